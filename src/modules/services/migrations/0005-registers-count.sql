-- Numbers of letters are counted by the registers, which have taken over what was counted here.
drop table services.letter_number;
