package confidant.store;

import io.vertx.core.Future;

/** The one door to storage of one house. */
public interface Stores {
    HouseStore house();

    KeyStore keys();

    ErasureStore erasures();

    ClientStore clients();

    ConversationStore conversations();

    ConsentStore consents();

    TagStore tags();

    DueStore dues();

    LibraryStore library();

    SessionStore sessions();

    PasskeyStore passkeys();

    CompanyStore company();

    LedgerStore ledger();

    PaperStore papers();

    FigureStore figures();

    AttachmentStore attachments();

    ImportStore imports();

    TombstoneStore tombstones();

    GlassStore glass();

    /** Succeeds when a read and a write could be served just now, and fails with {@link StoreUnavailable} otherwise. */
    Future<Void> check();

    /** Releases what the stores hold; nothing may be called afterwards. */
    Future<Void> close();
}
