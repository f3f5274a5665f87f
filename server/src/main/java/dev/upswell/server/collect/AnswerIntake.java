package dev.upswell.server.collect;

import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes in what providers answered, by the mappers that read the same answers from files; rows that cannot be used are
/// quarantined alone.
///
/// In a fetch window a source gives an entity one reading: a later one of the same window is known already. So a page that is
/// sent twice, or a video that stands under two hashtags, counts once.
public interface AnswerIntake {

    /// An answer as it came.
    ///
    /// @param name how the quarantine calls it, such as `ensembledata hashtag:glasshair page 2`
    /// @param source under which its readings are kept
    /// @param answeredAt when it came, which is when its counters were read
    /// @param body well-formed JSON; it may hold no item
    record RawAnswer(String name, FileFormat format, String source, Instant answeredAt, String body) {
    }

    /// What became of the items: `items = stored + known + ` the sum of `quarantined`.
    ///
    /// @param observations readings stored; an item may hold several
    record TakenIn(long items, long stored, long known, long observations, Map<RejectReason, Long> quarantined) {

        public TakenIn {
            quarantined = Map.copyOf(quarantined);
        }
    }

    /// Stores the answers, all or nothing, together with what `alongside` writes in the same transaction, which may be begun
    /// anew. The same answers again store nothing.
    ///
    /// **errors** a retryable `StoreException` when another process stored rows meanwhile · **cost** some 0.2 s, for one answer
    /// as for fifty.
    TakenIn take(TenantId tenant, List<RawAnswer> answers, Consumer<JdbcClient> alongside);
}
