package dev.upswell.server.live;

import dev.upswell.server.collect.AnswerIntake.RawAnswer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where answers wait that came another way than by a watch; the next round stores them too, so a kill loses none.
public interface Inbox {

    /// Keeps an answer without private accounts, contacts and exact places, in the caller's tenant transaction.
    ///
    /// @param subject what it is about, such as `own:NAME`
    /// @param page its number, from 1
    void put(JdbcClient db, RawAnswer answer, String subject, int page);

    /// Stores all that waits.
    ///
    /// **errors** a retryable `StoreException` when another process stores the same now.
    RoundReport.Taken store();
}
