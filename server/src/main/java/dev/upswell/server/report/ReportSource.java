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

    /// A place in a test of formats.
    ///
    /// @param format that was dealt, for example `recipe`
    /// @param creator handle in lower case without `@`
    record Given(String format, String creator) {
    }

    /// What was made.
    ///
    /// @param run what it was made from, for example the id of an analysis; null where nothing can be named
    /// @param given for whom, in a test of formats; null outside of one
    record Output(List<Document> documents, @Nullable String run, @Nullable Given given) {

        /// What was made outside of any test.
        public Output(List<Document> documents, @Nullable String run) {
            this(documents, run, null);
        }

        public Output {
            documents = List.copyOf(documents);
        }
    }
}
