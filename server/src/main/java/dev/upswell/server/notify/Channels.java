package dev.upswell.server.notify;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.notify.Notices.NotificationRule;
import dev.upswell.server.notify.Target.Hook;
import dev.upswell.server.notify.Target.Mailbox;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The channels of one tenant. Their addresses and secrets are in the vault.
public final class Channels {

    /// The most that a tenant has.
    static final int MOST = 50;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final NotifyParts parts;
    private final ChannelRepository channels = new ChannelRepository();
    private final EventLogRepository events = new EventLogRepository("notify");

    /// The channels over these parts.
    public Channels(NotifyParts parts) {
        this.parts = parts;
    }

    /// All, by name.
    public List<Channel> list() {
        return parts.call(channels::list);
    }

    /// Adds a channel, to which the types are sent that people are told of on the page at this time.
    ///
    /// @param address a mail address, the address of a webhook, or a channel of Slack as [SlackTarget#of] reads it
    /// @param by who wants it, as they call themselves
    ///
    /// **errors** [NotifyRefused] when the name or the address cannot be one, is there already, or cannot be reached.
    public Channel.Added add(String name, String address, String by) {
        if (!NAME.matcher(name).matches()) {
            throw NotifyRefused.unusable("the name of a channel must be 1 to 63 lower-case letters, digits and hyphens",
                    "Call it for example on-call.");
        }
        Target target = target(address);
        switch (target) {
            case Mailbox mailbox -> parts.mail().requireWay(mailbox);
            case Hook hook -> parts.webhooks().requireWay(hook);
            case SlackTarget slack -> parts.slack().requireWay(slack);
        }
        String secret = target instanceof Hook ? secret() : "";
        List<String> types = new Notices(parts.tenant(), parts.database()).rules().stream()
                .filter(NotificationRule::told).map(rule -> rule.type().name()).sorted().toList();
        var channel = new Channel(name, target.kind(), target.shown(), by, parts.now(), types, null);
        parts.run(db -> {
            requireNew(db, name, target);
            channels.add(db, channel);
            parts.vault().put(db, place(name, "address"), bytes(target.written()));
            if (!secret.isEmpty()) {
                parts.vault().put(db, place(name, "secret"), bytes(secret));
            }
            events.write(db, EventType.CHANNEL_ADDED, Map.of("channel", name, "kind", target.kind().label(), "actor",
                    by));
        });
        return new Channel.Added(channel, secret);
    }

    private static Target target(String address) {
        try {
            return Target.of(address);
        } catch (IllegalArgumentException refused) {
            throw NotifyRefused.unusable(refused);
        }
    }

    private void requireNew(JdbcClient db, String name, Target target) {
        channels.hold(db);
        List<Channel> present = channels.list(db);
        if (present.size() >= MOST) {
            throw NotifyRefused.conflict("there are " + MOST + " channels, as many as there can be",
                    "Remove one; a mail address may be a list of its own.");
        }
        for (Channel one : present) {
            if (one.name().equals(name)) {
                throw NotifyRefused.conflict("there is a channel " + name + " already",
                        "Give the new one another name, or remove that one.");
            }
            // Only those that look alike are opened.
            if (one.shown().equalsIgnoreCase(target.shown())
                    && parts.vault().find(db, place(one.name(), "address")).map(Channels::text).map(Target::of)
                            .filter(target::leadsWhere).isPresent()) {
                throw NotifyRefused.conflict("the channel " + one.name() + " leads to this address already",
                        "Choose what is sent there by its rules.");
            }
        }
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Removes a channel with its address, its rules, its deliveries and what was still on its way.
    ///
    /// **errors** [NotifyRefused] when there is none of this name.
    public void remove(String name, String by) {
        parts.run(db -> {
            channels.hold(db);
            if (!channels.remove(db, name)) {
                throw NotifyRefused.unknown(name);
            }
            parts.vault().remove(db, place(name, "address"));
            parts.vault().remove(db, place(name, "secret"));
            events.write(db, EventType.CHANNEL_REMOVED, Map.of("channel", name, "actor", by));
        });
    }

    /// Lets a type of event be sent to a channel, or no longer.
    ///
    /// @param by who wants it, as they call themselves
    ///
    /// **errors** [NotifyRefused] when there is no such channel.
    public void send(EventType type, String name, boolean sent, String by) {
        parts.run(db -> {
            if (channels.find(db, name).isEmpty()) {
                throw NotifyRefused.unknown(name);
            }
            channels.route(db, type, name, sent);
            events.write(db, EventType.RULE_CHANGED, Map.of("event", type.name(), "channel", name, "told", sent,
                    "actor", by));
        });
    }

    /// Leaves a channel alone at certain hours, or no longer. What would go there meanwhile waits, and goes in one delivery afterwards.
    ///
    /// @param quiet null for never
    /// @param by who wants it, as they call themselves
    ///
    /// **errors** [NotifyRefused] when there is no such channel.
    public void quiet(String name, @Nullable QuietHours quiet, String by) {
        parts.run(db -> {
            if (!channels.quiet(db, name, quiet)) {
                throw NotifyRefused.unknown(name);
            }
            events.write(db, EventType.RULE_CHANGED, Map.of("channel", name, "quiet",
                    quiet == null ? "never" : quiet.from() + "–" + quiet.until() + " " + quiet.zone(), "actor", by));
        });
    }

    /// The channel of this name.
    ///
    /// **errors** [NotifyRefused] when there is none.
    Channel get(String name) {
        return parts.call(db -> channels.find(db, name)).orElseThrow(() -> NotifyRefused.unknown(name));
    }

    /// Brings a parcel to the channel that it is for.
    ///
    /// **errors** [NotBrought] when it was not brought; `VaultRefused` where the address cannot be opened.
    void carry(Parcel parcel) throws NotBrought {
        String address = opened(parcel.channel(), "address");
        if (address.isEmpty()) {
            throw NotBrought.forGood("the address is no longer in the vault");
        }
        switch (Target.of(address)) {
            case Mailbox mailbox -> parts.mail().carry(parcel, mailbox, "");
            case Hook hook -> parts.webhooks().carry(parcel, hook, opened(parcel.channel(), "secret"));
            case SlackTarget slack -> parts.slack().carry(parcel, slack, "");
        }
    }

    private String opened(String channel, String what) {
        return parts.vault().find(place(channel, what)).map(Channels::text).orElse("");
    }

    private static String place(String channel, String what) {
        return "notice/" + channel + "/" + what;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
