-- Numbers of letters are counted by the registers. No office had issued a letter under this structure.
drop table services.letter_number;
