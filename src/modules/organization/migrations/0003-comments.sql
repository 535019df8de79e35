comment on table organization.position_role is 'Which roles a post has; what they permit is looked up at every request.';
