package confidant.store.memory;

import confidant.store.AttachmentStore;
import confidant.store.ClientStore;
import confidant.store.CompanyStore;
import confidant.store.ConsentStore;
import confidant.store.ConversationStore;
import confidant.store.DueStore;
import confidant.store.ErasureStore;
import confidant.store.FigureStore;
import confidant.store.GlassStore;
import confidant.store.HouseStore;
import confidant.store.ImportStore;
import confidant.store.KeyStore;
import confidant.store.LedgerStore;
import confidant.store.LibraryStore;
import confidant.store.PaperStore;
import confidant.store.PasskeyStore;
import confidant.store.SessionStore;
import confidant.store.Stores;
import confidant.store.TagStore;
import confidant.store.TombstoneStore;
import io.vertx.core.Future;
import java.time.Clock;

/**
 * All stores of one house in memory. Thread-safe; acts of one instance happen one after the other, so an instance shared
 * by two rooms behaves like one database seen by two nodes. What lives for a time ends by the clock given here. Futures
 * are complete when they are returned.
 */
public final class MemoryStores implements Stores {
    private final Gate gate = new Gate();
    private final HouseStore house = new MemoryHouse(gate);
    private final KeyStore keys = new MemoryKeys(gate);
    private final ErasureStore erasures = new MemoryErasures(gate);
    private final ClientStore clients = new MemoryClients(gate);
    private final ConsentStore consents = new MemoryConsents(gate);
    private final DueStore dues = new MemoryDues(gate);
    private final LibraryStore library = new MemoryLibrary(gate);
    private final LedgerStore ledger = new MemoryLedger(gate);
    private final PaperStore papers = new MemoryPapers(gate);
    private final FigureStore figures = new MemoryFigures(gate);
    private final AttachmentStore attachments = new MemoryAttachments(gate);
    private final GlassStore glass = new MemoryGlass(gate);
    private final PasskeyStore passkeys = new MemoryPasskeys(gate);
    private final CompanyStore company = new MemoryCompany(gate);
    private final ImportStore imports = new MemoryImports(gate);
    private final ConversationStore conversations;
    private final TagStore tags;
    private final SessionStore sessions;
    private final TombstoneStore tombstones;

    public MemoryStores(Clock clock) {
        this.conversations = new MemoryConversations(gate, clock);
        this.tags = new MemoryTags(gate, clock);
        this.sessions = new MemorySessions(gate, clock);
        this.tombstones = new MemoryTombstones(gate, clock);
    }

    /** Plays an outage: while {@code false}, every call fails with {@link confidant.store.StoreUnavailable}. */
    public void available(boolean available) {
        gate.open(available);
    }

    @Override
    public HouseStore house() {
        return house;
    }

    @Override
    public KeyStore keys() {
        return keys;
    }

    @Override
    public ErasureStore erasures() {
        return erasures;
    }

    @Override
    public ClientStore clients() {
        return clients;
    }

    @Override
    public ConversationStore conversations() {
        return conversations;
    }

    @Override
    public ConsentStore consents() {
        return consents;
    }

    @Override
    public TagStore tags() {
        return tags;
    }

    @Override
    public DueStore dues() {
        return dues;
    }

    @Override
    public LibraryStore library() {
        return library;
    }

    @Override
    public SessionStore sessions() {
        return sessions;
    }

    @Override
    public PasskeyStore passkeys() {
        return passkeys;
    }

    @Override
    public CompanyStore company() {
        return company;
    }

    @Override
    public LedgerStore ledger() {
        return ledger;
    }

    @Override
    public PaperStore papers() {
        return papers;
    }

    @Override
    public FigureStore figures() {
        return figures;
    }

    @Override
    public AttachmentStore attachments() {
        return attachments;
    }

    @Override
    public ImportStore imports() {
        return imports;
    }

    @Override
    public TombstoneStore tombstones() {
        return tombstones;
    }

    @Override
    public GlassStore glass() {
        return glass;
    }

    @Override
    public Future<Void> check() {
        return gate.run(() -> {});
    }

    @Override
    public Future<Void> close() {
        return Future.succeededFuture();
    }
}
