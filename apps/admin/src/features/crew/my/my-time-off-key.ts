/** The list of a chef's own time off: where it is read, and the beginning of its key in the cache. */
export const MY_TIME_OFF = "/v1/chefs/me/time-off"
