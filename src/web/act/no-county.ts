/** What stands in the log for "no county". */
export const NO_COUNTY = '0';
