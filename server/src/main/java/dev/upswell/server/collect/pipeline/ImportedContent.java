package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.MappingVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What makes two imports the same: equal bytes, read in the same way.
///
/// @param name of the file, without its folder
/// @param options that change what is read, as a JSON object
/// @param mapping the kept mapping that reads it, which does not make it another import; `null` when none does
record ImportedContent(String name, String sha256, FileFormat format, String options,
        @Nullable MappingVersion mapping) {

    static ImportedContent of(String name, String sha256, FileFormat format, int mapperVersion, ImportOptions options) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("mapperVersion", mapperVersion);
        Instant observedAt = options.observedAt();
        if (observedAt != null) {
            json.put("observedAt", observedAt.toString());
        }
        ColumnMapping mapping = options.mapping();
        if (mapping != null) {
            ObjectNode columns = json.putObject("mapping");
            mapping.identity().forEach(columns::put);
        }
        int folder = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        return new ImportedContent(name.substring(folder + 1), sha256, format, json.toString(),
                options.mappingVersion());
    }
}
