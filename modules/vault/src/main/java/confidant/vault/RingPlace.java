package confidant.vault;

import java.util.UUID;

/** Which part of which ring: a part opens nowhere else. */
public record RingPlace(UUID ring, int part, int parts) {}
