package dev.upswell.server.wording;

import dev.upswell.prompt.PromptVersion;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The versions of prompts as whoever proposes some may see them: there is no way here to try or to promote one.
public interface Proposals {

    /// The version that words what is not tried.
    PromptVersion serving(Purpose purpose);

    /// Writes a version that nobody is asked by yet, inside the caller's tenant transaction.
    ///
    /// **errors** [WordingRefused] when the template cannot be used.
    PromptVersion propose(JdbcClient db, Purpose purpose, String template, String author, String note);

    /// Retires the drafts of an author that nobody took up, inside the caller's tenant transaction.
    void retireDrafts(JdbcClient db, Purpose purpose, String author);
}
