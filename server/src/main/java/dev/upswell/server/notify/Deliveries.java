package dev.upswell.server.notify;

import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.notify.Delivery.State;
import dev.upswell.server.vault.VaultRefused;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Brings what channels are to be told to them, until it was brought or given up.
///
/// A delivery is put together, claimed with the instant of its next try, sent, and noted down, each in a transaction of its own.
/// Whoever is killed between two of them leaves it due again, with the same id and the same notices: nothing is lost, and what
/// comes twice is recognised by its id.
public final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    /// The most notices that one delivery brings; more go in the next.
    static final int MOST = 100;

    /// The same where a channel has quiet hours, so that a night goes in one.
    static final int MOST_IN_DIGEST = 500;

    /// The most deliveries to one channel in a round; more wait for the next, which follows at once.
    static final int MOST_AT_ONCE = 20;

    private final NotifyParts parts;
    private final Channels channels;
    private final ChannelRepository hours = new ChannelRepository();
    private final DeliveryRepository deliveries = new DeliveryRepository();
    private final EventLogRepository events = new EventLogRepository("notify");

    /// The deliveries over these parts.
    public Deliveries(NotifyParts parts) {
        this.parts = parts;
        this.channels = new Channels(parts);
    }

    /// Whether there is anything to send now.
    public boolean isWaiting() {
        return parts.call(db -> deliveries.isWaiting(db, parts.now(), leftAlone(db)));
    }

    /// Sends what is due: what each channel is to be told since the last time in one delivery, and earlier ones again.
    ///
    /// Once a channel failed, what else waits for it waits for the next time.
    public Delivery.Report send() {
        gather();
        Map<State, Integer> ended = new EnumMap<>(State.class);
        int notices = 0;
        Set<String> failing = new HashSet<>();
        for (Delivery delivery : parts.call(db -> deliveries.due(db, parts.now(), MOST_AT_ONCE, leftAlone(db)))) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            if (!failing.contains(delivery.channel()) && claim(delivery)) {
                State state = tried(delivery, delivery.attempt() + 1);
                ended.merge(state, 1, Integer::sum);
                if (state == State.SENT) {
                    notices += delivery.notices();
                } else {
                    failing.add(delivery.channel());
                }
            }
        }
        return new Delivery.Report(ended.getOrDefault(State.SENT, 0), notices, ended.getOrDefault(State.WAITING, 0),
                ended.getOrDefault(State.FAILED, 0));
    }

    private void gather() {
        parts.run(db -> {
            LeftAlone alone = leftAlone(db);
            for (String channel : deliveries.toBeTold(db, alone)) {
                int most = alone.hasQuietHours(channel) ? MOST_IN_DIGEST : MOST;
                boolean full = true;
                while (full) {
                    full = deliveries.gather(db, channel, most, parts.now(), alone);
                }
            }
        });
    }

    private LeftAlone leftAlone(JdbcClient db) {
        return LeftAlone.at(parts.now(), hours.quiet(db));
    }

    private boolean claim(Delivery delivery) {
        Instant again = parts.now().plus(Patience.after(delivery.attempt() + 1));
        return parts.call(db -> deliveries.claim(db, delivery, again));
    }

    /// Sends a test to a channel, once, and tells how it went.
    ///
    /// **errors** [NotifyRefused] when there is none of this name · **cost** as long as the channel takes, three quarters of a minute at most.
    public Delivery test(String channel) {
        channels.get(channel);
        Delivery made = parts.call(db -> {
            Instant now = parts.now();
            return deliveries.get(db, deliveries.make(db, channel, true, 1, now, now.plus(Patience.after(1))));
        });
        tried(made, 1);
        return parts.call(db -> deliveries.get(db, made.id()));
    }

    /// Part of the deliveries, the newest first.
    ///
    /// @param channel only to this one; null for all
    public List<Delivery> list(@Nullable String channel, int limit, long offset) {
        return parts.call(db -> deliveries.list(db, channel, limit, offset));
    }

    /// How many there are.
    public long count(@Nullable String channel) {
        return parts.call(db -> deliveries.count(db, channel));
    }

    private State tried(Delivery delivery, int attempt) {
        try {
            channels.carry(parcel(delivery));
        } catch (NotBrought failed) {
            return failed(delivery, attempt, failed);
        } catch (VaultRefused locked) {
            return failed(delivery, attempt, NotBrought.forNow(locked.what()));
        } catch (RuntimeException | LinkageError fault) {
            // One delivery must not keep the others from being sent. Without its text, which may hold an address.
            LOG.error("a delivery to {} met a fault within Upswell: {}", delivery.channel(),
                    fault.getClass().getName());
            return failed(delivery, attempt,
                    NotBrought.forNow("a fault within Upswell: " + fault.getClass().getSimpleName()));
        }
        parts.run(db -> deliveries.end(db, delivery.id(), State.SENT, null, parts.now()));
        return State.SENT;
    }

    private Parcel parcel(Delivery delivery) throws NotBrought {
        List<Event> notices = parts.call(db -> {
            List<UUID> ids = deliveries.contents(db, delivery.id());
            return ids.isEmpty() ? List.of() : events.find(db, ids);
        });
        if (notices.isEmpty() && !delivery.test()) {
            throw NotBrought.forGood("its events were deleted before it could be sent");
        }
        return new Parcel(delivery.id(), parts.tenant(), delivery.channel(), delivery.test(), delivery.madeAt(),
                notices);
    }

    private State failed(Delivery delivery, int attempt, NotBrought failed) {
        if (Thread.currentThread().isInterrupted()) {
            // The server stops: this try tells nothing of the channel.
            return State.WAITING;
        }
        boolean over = failed.isForGood() || delivery.test() || attempt >= Patience.TRIES;
        LOG.info("a delivery to {} was not brought{}: {}", delivery.channel(), over ? ", and is given up" : "",
                failed.why());
        parts.run(db -> {
            if (!over) {
                Instant again = parts.now().plus(Patience.after(attempt, failed.leastWait()));
                deliveries.wait(db, delivery.id(), failed.why(), again);
                return;
            }
            if (deliveries.end(db, delivery.id(), State.FAILED, failed.why(), parts.now()) && !delivery.test()) {
                events.write(db, EventType.DELIVERY_FAILED, Map.of("channel", delivery.channel(), "notices",
                        delivery.notices(), "attempt", attempt, "reason", failed.why()));
            }
        });
        return over ? State.FAILED : State.WAITING;
    }
}
