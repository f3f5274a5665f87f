package dev.upswell.server.live.sweep;

import dev.upswell.server.collect.AnswerIntake.RawAnswer;
import dev.upswell.server.comply.AuditRepository;
import dev.upswell.server.comply.RawAnswers;
import dev.upswell.server.live.Inbox;
import dev.upswell.server.live.RoundReport.Taken;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The inbox that rounds use, for others.
final class KeptInbox implements Inbox {

    /// By what the audit trail calls who brings such answers.
    private static final String ACTOR = "browser";

    private final LiveParts parts;
    private final InboxRepository inbox = new InboxRepository();

    KeptInbox(LiveParts parts) {
        this.parts = parts;
    }

    @Override
    public void put(JdbcClient db, RawAnswer answer, String subject, int page) {
        RawAnswers.Clean clean = RawAnswers.clean(answer.body());
        inbox.put(db, new KeptAnswer(UUID.randomUUID(), answer.source(), answer.format(), subject, page, clean.body(),
                answer.answeredAt()));
        AuditRepository.found(db, answer.answeredAt(), ACTOR, answer.name(), clean.findings());
    }

    @Override
    public Taken store() {
        Storing storing = new Storing(parts);
        storing.all();
        return storing.taken();
    }
}
