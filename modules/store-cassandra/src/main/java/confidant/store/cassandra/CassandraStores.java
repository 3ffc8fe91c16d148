package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
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
import io.vertx.core.Vertx;
import java.time.Clock;

/**
 * All stores of one house on Apache Cassandra. Any thread; several processes may each have one for the same house. What
 * was acknowledged survives a kill of this process, and of the database as far as its commit log is set to
 * ({@code commitlog_sync: batch} or {@code group}).
 */
public final class CassandraStores implements Stores {
    private final Cql cql;
    private final CassandraHouse house;
    private final KeyStore keys;
    private final ErasureStore erasures;
    private final ClientStore clients;
    private final ConversationStore conversations;
    private final ConsentStore consents;
    private final TagStore tags;
    private final DueStore dues;
    private final LibraryStore library;
    private final SessionStore sessions;
    private final PasskeyStore passkeys;
    private final CompanyStore company;
    private final LedgerStore ledger;
    private final PaperStore papers;
    private final FigureStore figures;
    private final AttachmentStore attachments;
    private final ImportStore imports;
    private final TombstoneStore tombstones;
    private final GlassStore glass;

    private CassandraStores(Cql cql, Queries queries, Settings settings, Clock clock) {
        String name = settings.house().value();
        Turns turns = new Turns();
        this.cql = cql;
        this.house = new CassandraHouse(cql, queries, name);
        this.keys = new CassandraKeys(cql, queries, turns, name);
        this.erasures = new CassandraErasures(cql, queries, name);
        this.clients = new CassandraClients(cql, queries, turns, name);
        this.conversations = new CassandraConversations(cql, queries, turns, name, clock);
        this.consents = new CassandraConsents(cql, queries, turns, name);
        this.tags = new CassandraTags(cql, queries, turns, name, clock);
        this.dues = new CassandraDues(cql, queries, name);
        this.library = new CassandraLibrary(cql, queries, name);
        this.sessions = new CassandraSessions(cql, queries, name, clock);
        this.passkeys = new CassandraPasskeys(cql, queries, name);
        this.company = new CassandraCompany(cql, queries, name);
        this.ledger = new CassandraLedger(cql, queries, name);
        this.papers = new CassandraPapers(cql, queries, turns, name);
        this.figures = new CassandraFigures(cql, queries, name);
        this.attachments = new CassandraAttachments(cql, queries, turns, name);
        this.imports = new CassandraImports(cql, queries, name);
        this.tombstones = new CassandraTombstones(cql, queries, name, clock);
        this.glass = new CassandraGlass(cql, queries, turns, name);
    }

    /**
     * Connects, brings the schema up to date and prepares every statement.
     *
     * @return fails with {@link CassandraProblem} when this database cannot be used, and with
     *     {@link confidant.store.StoreUnavailable} when it cannot be reached now
     */
    public static Future<CassandraStores> open(Vertx vertx, Settings settings) {
        return open(vertx, settings, Clock.systemUTC());
    }

    /** As {@link #open(Vertx, Settings)}, with what lives for a time ending by {@code clock}. */
    public static Future<CassandraStores> open(Vertx vertx, Settings settings, Clock clock) {
        return Cql.of(vertx, () -> Connection.open(settings))
                .compose(cql -> Future.succeededFuture(cql.session())
                        .compose(session -> ready(vertx, cql, settings, clock))
                        .recover(failure -> closed(cql).transform(ended -> Future.failedFuture(failure))));
    }

    private static Future<CassandraStores> ready(Vertx vertx, Cql cql, Settings settings, Clock clock) {
        CqlSession session = cql.session();
        Connection.inspect(session, settings);
        session.setSchemaMetadataEnabled(false);
        Queries queries = new Queries(Names.of(settings));
        CassandraStores stores = new CassandraStores(cql, queries, settings, clock);
        return new Schema(vertx, cql, settings)
                .bringUp()
                .compose(done -> Cql.stage(() -> session.setSchemaMetadataEnabled(true)))
                .compose(done -> queries.prepare(cql))
                .map(stores);
    }

    private static Future<Void> closed(Cql cql) {
        return Cql.stage(() -> cql.session().closeAsync());
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
        return house.check();
    }

    @Override
    public Future<Void> close() {
        return closed(cql);
    }
}
