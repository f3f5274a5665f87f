package dev.upswell.server.collect.page;

import dev.upswell.server.mapping.Guess;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes files from the browser: looks first, imports when the reader agrees.
public interface FileIntake {

    /// The codes of the formats that are recognised; their words are the messages `format.…` and `format.….means`.
    List<String> formats();

    /// The size of the largest file taken, in bytes.
    long largest();

    /// Keeps the file aside and says what it seems to be, from its content and not its name.
    ///
    /// The name is only shown: it never becomes a path. Files nobody agrees to are dropped after a while.
    ///
    /// **errors** a broken upload throws `IOException`; an unusable file is a [Preview.Refused].
    Preview preview(String fileName, InputStream content) throws IOException;

    /// Begins to import the file kept under this token; the data page then shows how far it is.
    ///
    /// @param observedAt when the file's counts were read, for files that do not say so; null when the file says it
    /// @return false when no file is kept under the token (any more)
    boolean begin(String token, @Nullable Instant observedAt);

    /// What would become of a kept file by these answers; empty when no file is kept under the token (any more).
    Optional<Preview> mapped(String token, MappingAnswers answers);

    /// The form in which the reader changes what the kept mapping says that reads this file; empty when no file is kept under the
    /// token (any more), or no kept mapping reads it.
    Optional<Preview> changed(String token);

    /// The columns of the file kept under this token and what they seem to say; empty as above.
    Optional<Guess> guess(String token);

    /// Allows the answers' source for their purpose, where nothing allows it yet, keeps the mapping under the answers' name, and
    /// begins to import the file by it. Where the import cannot begin, nothing stays allowed or kept.
    ///
    /// @return why not, for people; empty when it began
    Optional<String> beginMapped(String token, MappingAnswers answers);

    /// Begins to load the bundled sample.
    void beginSample();
}
