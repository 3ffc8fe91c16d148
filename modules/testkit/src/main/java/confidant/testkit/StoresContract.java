package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** All contracts of one form of the stores. */
public interface StoresContract
        extends HouseStoreContract,
                KeyStoreContract,
                ErasureStoreContract,
                ClientStoreContract,
                ConsentStoreContract,
                TagStoreContract,
                ConversationStoreContract,
                OutboxContract,
                DueStoreContract,
                LibraryStoreContract,
                SessionStoreContract,
                LedgerStoreContract,
                PaperStoreContract,
                FigureStoreContract,
                AttachmentStoreContract,
                ImportStoreContract,
                GlassStoreContract,
                PasskeyStoreContract,
                CompanyStoreContract {

    @Test
    default void check_succeeds_while_reachable() {
        assertThat(stores().check().toCompletionStage().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(60));
    }
}
