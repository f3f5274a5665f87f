package dev.upswell.server.notify;

import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventFilter;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What people are told of on the page: the events of some types, until somebody says that they were read.
///
/// They are the tenant's and not a person's: whoever opens the product is told, and one reader reads for all.
public final class Notices {

    /// What people are told of while nobody says otherwise.
    static final Set<EventType> USUAL = EnumSet.of(EventType.DEAD_LETTER, EventType.SOURCE_PAUSED,
            EventType.DRIFT_ALERT, EventType.VIDEO_ALARM, EventType.RULE_ALERT, EventType.SHADOW_FAILED,
            EventType.MODEL_PROMOTED,
            EventType.MODEL_ROLLED_BACK,
            EventType.APPROVAL_AWAITED, EventType.STATUS_SUMMARY, EventType.JOB_FAILED, EventType.JOB_TAKEN_OVER,
            EventType.SLOTS_SKIPPED, EventType.SESSION_CHALLENGED, EventType.SESSION_STOPPED,
            EventType.DELIVERY_FAILED);

    private final TenantId tenant;
    private final Database database;
    private final NoticeRepository notices = new NoticeRepository();
    private final ChannelRepository channels = new ChannelRepository();
    private final EventLogRepository events = new EventLogRepository("notify");

    /// The notices of this tenant.
    public Notices(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// Where people are told of a type of event.
    ///
    /// @param told whether on the page
    /// @param changedBy who said that of the page; null while it is the usual
    /// @param channels the names of those to which it is sent, in alphabetical order
    public record NotificationRule(EventType type, boolean told, @Nullable String changedBy, List<String> channels) {

        public NotificationRule {
            channels = List.copyOf(channels);
        }
    }

    /// A rule for every type, in the order of the taxonomy.
    public List<NotificationRule> rules() {
        return database.transactions().call(tenant, db -> {
            Map<String, NoticeRepository.Said> said = notices.rules(db);
            Map<String, List<String>> sent = channels.routes(db);
            return Arrays.stream(EventType.values()).map(type -> rule(type, said.get(type.name()),
                    sent.getOrDefault(type.name(), List.of()))).toList();
        });
    }

    private static NotificationRule rule(EventType type, NoticeRepository.@Nullable Said said, List<String> sent) {
        return said == null
                ? new NotificationRule(type, USUAL.contains(type), null, sent)
                : new NotificationRule(type, said.told(), said.by(), sent);
    }

    /// The rule of a type.
    public NotificationRule rule(EventType type) {
        return rules().stream().filter(rule -> rule.type() == type).findFirst().orElseThrow();
    }

    /// Lets people be told of a type on the page, or no longer.
    ///
    /// @param by who wants it, as they call themselves
    public NotificationRule tell(EventType type, boolean told, String by) {
        database.transactions().run(tenant, db -> {
            notices.rule(db, type, told, by);
            events.write(db, EventType.RULE_CHANGED, Map.of("event", type.name(), "told", told, "actor", by));
        });
        return rule(type);
    }

    /// Part of what people have yet to read, the newest first.
    public List<Event> unread(int limit, long offset) {
        return unread(limit, offset, true);
    }

    /// The same for somebody who may read of people and tokens, or may not.
    public List<Event> unread(int limit, long offset, boolean access) {
        EventFilter wanted = wanted().forReaderOfAccess(access);
        return wanted.types().isEmpty()
                ? List.of()
                : database.transactions().call(tenant, db -> events.list(db, wanted, limit, offset));
    }

    /// How many there are.
    public long countUnread() {
        return countUnread(true);
    }

    /// How many there are for somebody who may read of people and tokens, or may not.
    public long countUnread(boolean access) {
        EventFilter wanted = wanted().forReaderOfAccess(access);
        return wanted.types().isEmpty() ? 0 : database.transactions().call(tenant, db -> events.count(db, wanted));
    }

    private EventFilter wanted() {
        List<EventType> told = rules().stream().filter(NotificationRule::told).map(NotificationRule::type).toList();
        Instant from = database.transactions().call(tenant, notices::readUntil).orElse(null);
        return new EventFilter(null, List.of(), from, null).of(told);
    }

    /// Notes that everything up to and with this event was read; what came meanwhile stays unread.
    ///
    /// @param until when the newest event that was read happened
    /// @param by who read it, as they call themselves
    public void read(Instant until, String by) {
        // Events before the mark are read; the database keeps microseconds.
        database.transactions().run(tenant, db -> notices.read(db, until.plusNanos(1_000), by));
    }
}
