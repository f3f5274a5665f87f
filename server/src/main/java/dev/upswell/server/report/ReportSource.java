package dev.upswell.server.report;

import dev.upswell.document.Document;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the documents of one kind of report.
@FunctionalInterface
public interface ReportSource {

    /// **errors** a [dev.upswell.server.refusal.Refused] when it cannot be made from these parameters.
    ///
    /// @param parameters values by name, only those that the kind has; required ones are there
    Output make(Map<String, String> parameters);

    /// What was made.
    ///
    /// @param run what it was made from, for example the id of an analysis; null where nothing can be named
    record Output(List<Document> documents, @Nullable String run) {
        public Output {
            documents = List.copyOf(documents);
        }
    }
}
