"""Pay: amounts of money, what they are for, and what may stand in the place of one."""
