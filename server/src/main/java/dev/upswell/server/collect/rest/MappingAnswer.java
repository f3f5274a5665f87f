package dev.upswell.server.collect.rest;

import dev.upswell.server.mapping.KeptMapping;
import dev.upswell.server.mapping.MappingUse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/// A kept mapping as programs read it.
@Schema(name = "Mapping", description = "Which column of a file says what, as somebody confirmed it")
record MappingAnswer(String name, @Schema(description = "From 1; a change makes a new one") int version,
        @Schema(description = "The mapping as YAML, as an import takes it") String document,
        @Schema(description = "Columns of the header it reads unasked, in any order; empty when it is used by name alone") List<String> columns,
        @Schema(description = "Source under which the readings are kept") String source, String confirmedBy,
        Instant confirmedAt, @Schema(description = "Why the source may be kept") String reason,
        @Schema(description = "Whether its name is in use") boolean inUse,
        @Schema(description = "Imports that any of its versions read") long imports,
        @Schema(description = "Rows of them that are in quarantine now") long quarantined) {

    static MappingAnswer of(KeptMapping kept, MappingUse use) {
        return new MappingAnswer(kept.id().name(), kept.id().version(), kept.document(), kept.columns(), kept.source(),
                kept.confirmed().by(), kept.confirmed().at(), kept.confirmed().reason(), !kept.removed(),
                use.imports(), use.quarantined());
    }
}
