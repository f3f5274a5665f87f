package dev.upswell.server.across;

import dev.upswell.across.Transfer.Stage;
import dev.upswell.server.web.Query;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads from a request what is to be weighed.
public final class AcrossQuery {

    /// Stages in the life of a product, in their words.
    public static final List<String> STAGES = Stream.of(Stage.values()).map(stage -> stage.name().toLowerCase(
            Locale.ROOT)).toList();

    private static final int LONGEST_NAME = 200;

    private AcrossQuery() {
    }

    /// A name that may be missing or blank.
    public static Optional<String> name(Query query, String parameter) {
        return query.text(parameter, LONGEST_NAME).map(String::strip).filter(text -> !text.isEmpty());
    }

    /// What `audience`, `fromStage` and `toStage` tell.
    public static Transfers.Told told(Query query) {
        return new Transfers.Told(query.fraction("audience").orElse(null), stage(query, "fromStage"), stage(query,
                "toStage"));
    }

    private static @Nullable Stage stage(Query query, String parameter) {
        return query.oneOf(parameter, STAGES).map(word -> Stage.valueOf(word.toUpperCase(Locale.ROOT))).orElse(null);
    }
}
