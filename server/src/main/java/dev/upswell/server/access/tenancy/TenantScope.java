package dev.upswell.server.access.tenancy;

import dev.upswell.server.store.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.Scope;

/// The beans of each tenant: of each bean one for a tenant, made when a thread that works for that tenant first asks for it.
///
/// The beans of a tenant lie in a room of their own. A room that nobody used for a while, or that was used longest ago where there are
/// many, is emptied, and furnished again when it is next entered; not while somebody is in it, and not where something in it has to be
/// closed, for that may be at work.
///
/// **cost** of a bean that is there, one look into two maps.
public final class TenantScope implements Scope {

    /// As beans name it.
    public static final String NAME = "tenant";

    /// How many rooms are furnished at most, but for those that cannot be emptied.
    static final int MOST = 50;
    /// After how long a room that nobody enters is emptied.
    static final Duration IDLE = Duration.ofMinutes(30);

    private final InstantSource clock;
    private final Map<TenantId, Room> rooms = new ConcurrentHashMap<>();

    public TenantScope(InstantSource clock) {
        this.clock = clock;
    }

    /// Does the work of a request for this tenant; its room stays as it is meanwhile.
    public <X extends Exception> void enter(TenantId tenant, ActiveTenant.Work<X> work) throws X {
        Instant now = clock.instant();
        Room room = Objects.requireNonNull(rooms.compute(tenant, (id, known) -> {
            Room entered = known == null ? new Room() : known;
            entered.enter(now);
            return entered;
        }));
        try {
            ActiveTenant.run(tenant, work);
        } finally {
            room.leave();
        }
    }

    @Override
    public Object get(String name, ObjectFactory<?> factory) {
        return rooms.computeIfAbsent(ActiveTenant.get(), id -> new Room()).bean(name, factory);
    }

    @Override
    public @Nullable Object remove(String name) {
        throw new UnsupportedOperationException("beans of a tenant go with all others of it");
    }

    @Override
    public void registerDestructionCallback(String name, Runnable callback) {
        rooms.computeIfAbsent(ActiveTenant.get(), id -> new Room()).onClose(callback);
    }

    @Override
    public @Nullable Object resolveContextualObject(String key) {
        return null;
    }

    @Override
    public String getConversationId() {
        return ActiveTenant.get().toString();
    }

    /// How many rooms are furnished.
    public int furnished() {
        return rooms.size();
    }

    /// Empties the rooms that nobody needs; gives the tenants whose they were.
    public List<TenantId> tidy() {
        Instant latest = clock.instant().minus(IDLE);
        List<TenantId> longestFirst = rooms.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<TenantId, Room> one) -> one.getValue().usedAt()))
                .map(Map.Entry::getKey).toList();
        int tooMany = longestFirst.size() - MOST;
        List<TenantId> wanted = longestFirst.stream()
                .filter(one -> longestFirst.indexOf(one) < tooMany || usedBefore(one, latest)).toList();
        return wanted.stream().filter(this::emptied).toList();
    }

    private boolean usedBefore(TenantId tenant, Instant latest) {
        Room room = rooms.get(tenant);
        return room != null && room.usedAt().isBefore(latest);
    }

    /// In one step with [#enter], so that nobody stands in a room that is no more.
    private boolean emptied(TenantId tenant) {
        return rooms.computeIfPresent(tenant, (id, room) -> room.canBeEmptied() ? null : room) == null;
    }

    /// Empties the room of a tenant that is no more, whoever is in it, and closes what has to be closed.
    public void leave(TenantId tenant) {
        Room room = rooms.remove(tenant);
        if (room != null) {
            room.close();
        }
    }

    /// Closes whatever has to be closed, of all tenants.
    public void close() {
        rooms.values().forEach(Room::close);
        rooms.clear();
    }
}
