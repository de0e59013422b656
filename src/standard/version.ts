/** Version of the published data: a dropped observation is major, an addition or a correction minor. */
export const DATA_VERSION = "1.0.0";
