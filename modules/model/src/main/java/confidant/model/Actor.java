package confidant.model;

/**
 * Who does something, for policy and ledger.
 *
 * @param id a pseudonym: an id of ours, never a name
 */
public record Actor(Role role, String id) {

    /** The roles that policy knows. */
    public enum Role {
        CLIENT,
        CONCIERGE,
        ASSISTANT,
        SCHEDULER,
        OFFICER,
        MANAGER,
        OPERATOR;

        /** The lower-case word used in policies and entries. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static Actor of(ConciergeId id) {
        return new Actor(Role.CONCIERGE, id.toString());
    }

    public static Actor of(OfficerId id) {
        return new Actor(Role.OFFICER, id.toString());
    }

    public static Actor of(ManagerId id) {
        return new Actor(Role.MANAGER, id.toString());
    }

    public static Actor of(ClientId id) {
        return new Actor(Role.CLIENT, id.toString());
    }

    public static Actor assistant() {
        return new Actor(Role.ASSISTANT, "assistant");
    }

    public static Actor scheduler() {
        return new Actor(Role.SCHEDULER, "scheduler");
    }
}
