package dev.upswell.server.collect.rest;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.intake.MappedIntake;
import dev.upswell.server.comply.SourceRule;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.KeptMappings;
import dev.upswell.server.mapping.MappingRefused;
import dev.upswell.server.web.Query;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// How a request wants a file to be read.
///
/// @param options by which it is looked at, and read where nothing is confirmed with it
/// @param wish what the request confirms beside it; `null` when it brings no mapping of its own
record ImportDemand(ImportOptions options, MappedIntake.@Nullable Wish wish) {

    private static final String AUTO = "auto";
    private static final List<String> FORMATS = Stream
            .concat(Stream.of(AUTO), FileFormat.detected().stream().map(FileFormat::label)).toList();

    /// What a request says of a file.
    ///
    /// @param sent the mapping that it brings; `null` when it brings none
    ///
    /// **errors** `MappingRefused` and `UnknownMapping` when the mapping cannot be used
    static ImportDemand of(Query query, @Nullable MultipartFile sent, KeptMappings mappings) throws IOException {
        String format = query.choice("format", FORMATS, AUTO);
        Instant observedAt = query.instant("observedAt").orElse(null);
        String named = query.text("mapping", 64).orElse("");
        String name = query.text("keep", 64).orElse("");
        String reason = query.text("reason", 500).orElse("");
        String by = query.text("by", 100).orElse(SourceRule.HAND);
        query.done();
        requireOne(format, named, sent, name);
        if (!named.isEmpty()) {
            return new ImportDemand(ImportOptions.by(mappings.get(named), observedAt), null);
        }
        if (sent == null) {
            return new ImportDemand(new ImportOptions(FileFormat.find(format).orElse(null), observedAt), null);
        }
        ColumnMapping mapping = InlineMapping.parsed(InlineMapping.text(sent), observedAt);
        return new ImportDemand(new ImportOptions(null, observedAt, mapping),
                new MappedIntake.Wish(mapping, observedAt, name, reason, by));
    }

    private static void requireOne(String format, String named, @Nullable MultipartFile sent, String name) {
        boolean mapped = !named.isEmpty() || sent != null;
        if (mapped && !format.equals(AUTO)) {
            throw refused(
                    "format and mapping cannot be given together; a mapping says how to read files of any columns");
        }
        if (!named.isEmpty() && sent != null) {
            throw refused("name a kept mapping or send one, not both");
        }
        if (!name.isEmpty() && sent == null) {
            throw refused("keep is given without a mapping to keep; send one as the part \"mapping\"");
        }
    }

    private static MappingRefused refused(String problem) {
        return new MappingRefused("The request contradicts itself:", List.of(problem));
    }
}
