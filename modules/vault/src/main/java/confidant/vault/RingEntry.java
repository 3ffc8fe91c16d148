package confidant.vault;

import confidant.model.ClientId;
import confidant.model.Purpose;
import java.util.Optional;

/**
 * What a key ring knows of one (client, purpose), and of one key of it.
 *
 * @param floor keys up to and with this number are destroyed for ever, whatever rows say
 * @param key empty where all keys are destroyed
 * @param card version of the tag card when the ring was sealed: an older card is an old copy that somebody put back
 * @param step number of the last step of consent then: a history that ends before it was cut
 */
public record RingEntry(ClientId client, Purpose purpose, int floor, Optional<DataKey> key, long card, long step) {}
