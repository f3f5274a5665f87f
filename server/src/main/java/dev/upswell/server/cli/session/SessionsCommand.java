package dev.upswell.server.cli.session;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.session.CreatorCenter;
import dev.upswell.server.session.Identity;
import dev.upswell.server.session.Proxy;
import dev.upswell.server.session.Session;
import dev.upswell.server.session.SessionState;
import dev.upswell.server.session.Sessions;
import dev.upswell.server.session.Sessions.Capture;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows and changes sessions, visits with them, and opens them to a person.
@Command(name = "sessions", mixinStandardHelpOptions = true, description = "Signed-in accounts of your own, whose Creator Center is captured: list, add NAME, cookies NAME (piped in), open NAME (a window, to sign in or to solve a challenge), capture NAME, pause NAME, resume NAME, remove NAME.")
public final class SessionsCommand implements Callable<Integer> {

    private static final int LONGEST_FILE = 1 << 20;

    private enum Action {
        LIST,
        ADD,
        COOKIES,
        OPEN,
        CAPTURE,
        PAUSE,
        RESUME,
        REMOVE
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, add, cookies, open, capture, pause, resume or remove.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "The session: lower-case letters, digits, dots, hyphens, underscores.")
    private @Nullable String name;

    @Option(names = "--page", paramLabel = "URL", defaultValue = CreatorCenter.PAGE, description = "With add: the page that is opened (default: ${DEFAULT-VALUE}).")
    private String page = CreatorCenter.PAGE;

    @Option(names = "--user-agent", paramLabel = "TEXT", description = "With add: what the browser says of itself, for all the session's life (default: what it is).")
    private @Nullable String userAgent;

    @Option(names = "--proxy", description = "With add: ask for a proxy, for all the session's life; its password is asked for, never given here.")
    private boolean proxy;

    /// The command over this console.
    public SessionsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            Sessions sessions = workplace.collecting().sessions();
            switch (action) {
                case LIST -> list(screen, sessions.list());
                case ADD -> add(screen, sessions);
                case COOKIES -> told(screen, sessions.importCookies(meant(), console.input().all(LONGEST_FILE)));
                case OPEN -> open(screen, sessions);
                case CAPTURE -> {
                    return capture(screen, sessions.capture(meant()));
                }
                case PAUSE -> told(screen, sessions.pause(meant()));
                case RESUME -> told(screen, sessions.resume(meant()));
                case REMOVE -> {
                    Session removed = sessions.remove(meant());
                    screen.document(removed);
                    screen.line("The session " + removed.identity().name() + " was removed with its cookies.");
                }
            }
        }
        return Cli.DONE;
    }

    private void add(Screen screen, Sessions sessions) {
        Proxy way = proxy ? Proxy.of(console.input().secret("Proxy (http://USER:PASSWORD@HOST:PORT):")) : null;
        Session added = sessions.add(new Identity(meant(), address(), userAgent, way == null ? null : way.server()),
                way);
        screen.document(added);
        screen.line("The session " + meant() + " is added. Its user agent and proxy stay as they are.");
        screen.line("Sign in, in a window: " + console.hint("sessions open " + meant()));
        screen.line("Or bring cookies of a browser in which you are: " + console.hint("sessions cookies " + meant())
                + " < cookies.txt");
    }

    private URI address() {
        try {
            return URI.create(page);
        } catch (IllegalArgumentException e) {
            throw CommandFailed.wrongUse("what was given cannot be the page of a session", "Write an https address.");
        }
    }

    private void open(Screen screen, Sessions sessions) {
        screen.remark(
                "A window opens. Do there what the site asks, then close it; it closes by itself after 30 minutes.");
        told(screen, sessions.open(meant()));
    }

    private int capture(Screen screen, Capture done) {
        screen.document(done);
        String said = done.said();
        screen.line("%,d answers with %,d items: %,d said something new, %,d were known, %,d set aside.".formatted(
                done.answers(), done.taken().items(), done.taken().stored(), done.taken().known(),
                done.taken().quarantined().values().stream().mapToLong(Long::longValue).sum()));
        if (done.left() > 0) {
            screen.line("%,d answers were too long or no JSON, and were left out.".formatted(done.left()));
        }
        if (said == null) {
            return Cli.DONE;
        }
        screen.line("The visit ended early: " + said + ".");
        say(screen, done.session());
        return Cli.FAILED;
    }

    private void told(Screen screen, Session session) {
        screen.document(session);
        say(screen, session);
    }

    private void say(Screen screen, Session session) {
        screen.line("The session " + session.identity().name() + " is " + session.state().label() + ".");
        switch (session.state()) {
            case SessionState.Challenged challenged -> {
                screen.line("A person is asked to solve it: " + challenged.sign() + ".");
                screen.line("In a window: " + console.hint("sessions open " + session.identity().name()));
            }
            case SessionState.Expired expired -> screen.line("Why: " + expired.why() + ". Sign in, in a window: "
                    + console.hint("sessions open " + session.identity().name()));
            case SessionState.Refused refused -> screen.line("Why: " + refused.why()
                    + ". It is not asked again until you sign in again or bring new cookies.");
            case SessionState.CoolingDown cooling -> screen.line("Until " + cooling.until() + ": " + cooling.why()
                    + ".");
            case SessionState.Healthy _ -> screen.line("Next: " + console.hint(
                    "sessions capture " + session.identity().name()));
            case SessionState.Paused _ -> screen.line("To let it go on: " + console.hint(
                    "sessions resume " + session.identity().name()));
        }
    }

    private void list(Screen screen, List<Session> all) {
        screen.document(all);
        if (all.isEmpty()) {
            screen.line("There is no session. To add one: " + console.hint("sessions add NAME"));
            return;
        }
        var table = new TextTable("session", "state", "since", ">cookies", "signed in until", "last visit", "page");
        for (Session session : all) {
            table.row(session.identity().name(), session.state().label(), session.state().since().toString(),
                    String.valueOf(session.cookies()), shown(session.cookiesUntil(), "not said"),
                    shown(session.lastVisitAt(), "none yet"), session.identity().page().toString());
        }
        screen.line(table.toString());
        all.stream().filter(session -> !(session.state() instanceof SessionState.Healthy))
                .forEach(session -> say(screen, session));
    }

    private static String shown(@Nullable Instant instant, String absent) {
        return instant == null ? absent : instant.toString();
    }

    private String meant() {
        if (name == null) {
            throw CommandFailed.wrongUse("which session?", "Run \"upswell sessions\" and name one.");
        }
        return name;
    }
}
