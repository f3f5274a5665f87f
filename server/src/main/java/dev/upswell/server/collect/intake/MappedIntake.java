package dev.upswell.server.collect.intake;

import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.comply.Compliance;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.Confirmation;
import dev.upswell.server.mapping.KeptMappings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Imports files that lie aside by a mapping that somebody confirms: allows its source, keeps it, and begins.
///
/// After a kill in between the rule or the mapping stands without an import; sending the file again does the rest.
public final class MappedIntake {

    private final Intake intake;
    private final KeptMappings mappings;
    private final Compliance compliance;

    public MappedIntake(Intake intake, KeptMappings mappings, Compliance compliance) {
        this.intake = intake;
        this.mappings = mappings;
        this.compliance = compliance;
    }

    /// What somebody confirms.
    ///
    /// @param observedAt when the file was observed, where no column says it; `null` when one does
    /// @param name under which the mapping is kept; empty to use it once
    /// @param reason why its source may be kept; empty where the terms speak of it
    /// @param by who confirms it
    public record Wish(ColumnMapping mapping, @Nullable Instant observedAt, String name, String reason, String by) {
    }

    /// Begins to import the file kept under this token. Where that cannot begin, nothing stays allowed or kept by it.
    ///
    /// **errors** `MappingRefused` when the mapping cannot be kept, `ComplianceRefused` when its source may not be stored
    public Intake.Begun begin(String token, Wish wish) {
        return wish.name().isEmpty() ? once(token, wish) : keeping(token, wish);
    }

    private Intake.Begun once(String token, Wish wish) {
        String source = wish.mapping().source();
        boolean allowed = compliance.vouch(source, wish.reason(), wish.by());
        return begin(token, new ImportOptions(null, wish.observedAt(), wish.mapping()), () -> {
            if (allowed) {
                compliance.forget(source, wish.by());
            }
        });
    }

    private Intake.Begun keeping(String token, Wish wish) {
        KeptMappings.Outcome outcome = mappings
                .confirm(new Confirmation(wish.name(), wish.mapping(), header(token), wish.reason(), wish.by()));
        return begin(token, ImportOptions.by(outcome.kept(), wish.observedAt()), () -> mappings.takeBack(outcome));
    }

    private Intake.Begun begin(String token, ImportOptions options, Runnable takingBack) {
        boolean begun = false;
        try {
            Intake.Begun answer = intake.begin(token, options);
            begun = answer instanceof Intake.Begun.Accepted;
            return answer;
        } finally {
            if (!begun) {
                takingBack.run();
            }
        }
    }

    /// The columns of the file; none of a file that is no table.
    private List<String> header(String token) {
        try {
            return intake.columns(token).map(columns -> columns.head().columns()).orElse(List.of());
        } catch (ImportRefused noTable) {
            return List.of();
        }
    }
}
