package dev.upswell.server.cli.agent;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventType;
import dev.upswell.server.notify.Channel;
import dev.upswell.server.notify.Delivery;
import dev.upswell.server.notify.Delivery.State;
import dev.upswell.server.notify.Notices;
import dev.upswell.server.notify.NotifyRefused;
import dev.upswell.server.notify.QuietHours;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what is to be read, and where people are told of it away from the page.
@Command(name = "notices", mixinStandardHelpOptions = true, description = "What people are told of: list what is to be read; channels, add NAME, remove NAME, test NAME, send NAME --type TYPE, quiet NAME --from 22:00 --until 07:00 --zone ZONE, deliveries: the mail addresses, webhooks and channels of Slack at which they are told.")
public final class NoticesCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        CHANNELS,
        ADD,
        REMOVE,
        TEST,
        SEND,
        QUIET,
        DELIVERIES
    }

    private static final int ROWS = 50;

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, channels, add, remove, test, send, quiet: hours in which it is left alone, or deliveries.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "The channel: lower-case letters, digits and hyphens. The address of a new one is asked for, never given here: other people of this machine can read arguments.")
    private @Nullable String name;

    @Option(names = "--type", split = ",", paramLabel = "TYPE", description = "With send: the types of events, as docs/events.md lists them, such as JOB_FAILED.")
    private List<String> types = new ArrayList<>();

    @Option(names = "--off", description = "With send: send these no longer; with quiet: never.")
    private boolean off;

    @Option(names = "--from", paramLabel = "TIME", description = "With quiet: when the hours begin, such as 22:00.")
    private String from = "";

    @Option(names = "--until", paramLabel = "TIME", description = "With quiet: when they end, such as 07:00.")
    private String until = "";

    @Option(names = "--zone", paramLabel = "ZONE", description = "With quiet: by the clock of which time zone, such as Europe/Berlin (default: ${DEFAULT-VALUE}).")
    private String zone = "UTC";

    @Option(names = "--urgent-waits", description = "With quiet: urgent alerts wait too.")
    private boolean urgentWaits;

    @Option(names = "--by", paramLabel = "NAME", description = "Who wants it; nothing vouches for it.")
    private String by = "hand";

    /// The command over this console.
    public NoticesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Workplace workplace = console.open()) {
            return CommandFailed.translated(() -> done(console.screen(), workplace));
        }
    }

    private int done(Screen screen, Workplace workplace) {
        if (name != null && (action == Action.LIST || action == Action.CHANNELS)) {
            throw CommandFailed.wrongUse(action.name().toLowerCase(Locale.ROOT) + " is not of one channel",
                    "To see what was sent to " + name + ": " + console.hint("notices deliveries " + name));
        }
        switch (action) {
            case LIST -> unread(screen, workplace.operating().notices());
            case CHANNELS -> channels(screen, workplace.operating().channels().list());
            case ADD -> added(screen, workplace.operating().channels().add(meant(),
                    console.input().secret("Mail address, https address of a webhook, or slack:CHANNEL TOKEN:"), by));
            case REMOVE -> {
                workplace.operating().channels().remove(meant(), by);
                screen.line("The channel " + meant() + " was removed with its address.");
            }
            case TEST -> {
                return tested(screen, workplace.operating().deliveries().test(meant()));
            }
            case SEND -> send(screen, workplace);
            case QUIET -> quiet(screen, workplace);
            case DELIVERIES -> deliveries(screen, workplace.operating().deliveries().list(name, ROWS, 0));
        }
        return Cli.DONE;
    }

    private void quiet(Screen screen, Workplace workplace) {
        QuietHours hours = off
                ? null
                : NotifyRefused.readable(() -> QuietHours.of(from, until, zone, !urgentWaits));
        workplace.operating().channels().quiet(meant(), hours, by);
        screen.document(workplace.operating().channels().list());
        screen.line(hours == null
                ? "The channel " + meant() + " is never left alone."
                : "The channel " + meant() + " is left alone from " + hours.from() + " to " + hours.until() + " ("
                        + hours.zone() + ")"
                        + (hours.urgentPasses() ? ", but for urgent alerts." : ", for urgent alerts too."));
    }

    private String meant() {
        String meant = name;
        if (meant == null) {
            throw CommandFailed.wrongUse("which channel?",
                    "Run \"" + console.hint("notices channels") + "\" and name one.");
        }
        return meant;
    }

    private static void unread(Screen screen, Notices notices) {
        List<Event> unread = notices.unread(ROWS, 0);
        screen.document(unread);
        if (unread.isEmpty()) {
            screen.line("Nothing is to be read.");
            return;
        }
        var table = new TextTable("at", "type", "what happened");
        for (Event event : unread) {
            table.row(event.at().toString(), event.type(), event.known().map(EventType::meaning).orElse(""));
        }
        screen.line(table.toString());
    }

    private void channels(Screen screen, List<Channel> channels) {
        screen.document(channels);
        if (channels.isEmpty()) {
            screen.line("Nobody is told away from the page.");
            screen.line("To add a mail address, a webhook or a channel of Slack: " + console.hint("notices add NAME"));
            return;
        }
        var table = new TextTable("channel", "kind", "address", ">types", "added by");
        for (Channel channel : channels) {
            table.row(channel.name(), channel.kind().label(), channel.shown(), String.valueOf(channel.types().size()),
                    channel.addedBy());
        }
        screen.line(table.toString());
    }

    private void added(Screen screen, Channel.Added added) {
        screen.document(added);
        screen.line("The channel " + added.channel().name() + " leads to " + added.channel().shown() + "; it is sent "
                + added.channel().types().size() + " types of events.");
        if (!added.secret().isEmpty()) {
            screen.line("Its secret, which is shown this once: " + added.secret());
        }
        screen.line("To try it: " + console.hint("notices test " + added.channel().name()));
    }

    private static int tested(Screen screen, Delivery delivery) {
        screen.document(delivery);
        String why = delivery.reason();
        screen.line(why == null
                ? "The test was sent to " + delivery.channel() + "."
                : "The test was not sent: " + why + ".");
        return delivery.state() == State.SENT ? Cli.DONE : Cli.FAILED;
    }

    private void send(Screen screen, Workplace workplace) {
        if (types.isEmpty()) {
            throw CommandFailed.wrongUse("which types of events?", "Write for example --type JOB_FAILED,DRIFT_ALERT.");
        }
        List<EventType> meant = types.stream().map(NoticesCommand::type).toList();
        meant.forEach(type -> workplace.operating().channels().send(type, meant(), !off, by));
        channels(screen, workplace.operating().channels().list());
    }

    private static EventType type(String text) {
        return EventType.find(text.strip().toUpperCase(Locale.ROOT)).orElseThrow(
                () -> CommandFailed.wrongUse("there is no type " + text, "docs/events.md lists them all."));
    }

    private static void deliveries(Screen screen, List<Delivery> deliveries) {
        screen.document(deliveries);
        if (deliveries.isEmpty()) {
            screen.line("Nothing was sent yet.");
            return;
        }
        var table = new TextTable("made", "channel", "state", ">tries", ">notices", "why");
        for (Delivery one : deliveries) {
            String why = one.reason();
            table.row(one.madeAt().toString(), one.channel(), one.state().name().toLowerCase(Locale.ROOT),
                    String.valueOf(one.attempt()), one.test() ? "test" : String.valueOf(one.notices()),
                    why == null ? "" : why);
        }
        screen.line(table.toString());
    }
}
