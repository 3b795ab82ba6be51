/** Days that a one-time link to set a password lasts. */
export const PASSWORD_LINK_DAYS = 3;
