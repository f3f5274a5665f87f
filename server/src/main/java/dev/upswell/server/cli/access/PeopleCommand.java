package dev.upswell.server.cli.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Invitations;
import dev.upswell.server.access.Invitations.Invitation;
import dev.upswell.server.access.Roster.Member;
import dev.upswell.server.access.Role;
import dev.upswell.server.access.Roster;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists the people who sign in, gives them roles, keeps them out and removes them.
@Command(name = "people", mixinStandardHelpOptions = true, description = "Who signs in with a password: list, role NAME ROLE, disable NAME, enable NAME, remove NAME; invitations, invite NAME ROLE, uninvite NAME: by a link, with which they set their own password. \"password set NAME\" adds somebody.")
public final class PeopleCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        ROLE,
        DISABLE,
        ENABLE,
        REMOVE,
        INVITATIONS,
        INVITE,
        UNINVITE
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, role, disable, enable, remove, invitations, invite or uninvite.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "Who it is about.")
    private @Nullable String name;

    @Parameters(index = "2", arity = "0..1", paramLabel = "ROLE", description = "Of role and invite only: owner, executive, analyst, planner, creator, affiliate, client or admin.")
    private @Nullable String role;

    @Option(names = "--days", paramLabel = "DAYS", defaultValue = "7", description = "Of invite only: how long the link is good, 1 to 30; 7 if absent.")
    private int days;

    /// The command over this console.
    public PeopleCommand(Console console) {
        this.console = console;
    }

    /// Somebody, as programs read it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Document(UUID id, String name, String role, Instant addedAt, Instant passwordSetAt,
            @Nullable Instant disabledAt) {

        static Document of(Member member) {
            return new Document(member.person().id(), member.person().name(), member.person().role().label(),
                    member.person().addedAt(), member.person().passwordSetAt(), member.disabledAt());
        }
    }

    /// An invitation, as programs read it.
    ///
    /// @param path of the link; of one that was just made only
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Invited(String name, String role, Instant expiresAt, @Nullable String state,
            @Nullable String path) {
    }

    @Override
    public Integer call() {
        try (Workplace workplace = console.open()) {
            Roster roster = workplace.access().roster();
            var here = new Caller.Local();
            switch (action) {
                case LIST -> {
                }
                case ROLE -> CommandFailed.translated(() -> roster.giveRole(here, meant(), Role.of(wanted())));
                case DISABLE -> CommandFailed.translated(() -> roster.disable(here, meant()));
                case ENABLE -> CommandFailed.translated(() -> roster.enable(here, meant()));
                case INVITATIONS, INVITE, UNINVITE -> {
                    invited(workplace.access().invitations());
                    return Cli.DONE;
                }
                case REMOVE -> CommandFailed.translated(() -> {
                    workplace.access().people().remove(meant());
                    return meant();
                });
            }
            show(roster.list());
        }
        return Cli.DONE;
    }

    private void invited(Invitations invitations) {
        Screen screen = console.screen();
        if (action == Action.INVITE) {
            Invitations.Made made = CommandFailed.translated(() -> invitations.make(new Caller.Local(), meant(),
                    Role.of(wanted()), Duration.ofDays(days)));
            screen.document(new Invited(made.invitation().name(), made.invitation().role().label(),
                    made.invitation().expiresAt(), null, made.path()));
            screen.line("Send this once, after the address by which people reach the server:");
            screen.line(made.path());
            return;
        }
        if (action == Action.UNINVITE) {
            CommandFailed.translated(() -> invitations.revoke(meant()));
        }
        Instant now = screen.clock().instant();
        List<Invitation> all = invitations.list();
        screen.document(all.stream().map(one -> new Invited(one.name(), one.role().label(), one.expiresAt(),
                one.state(now).name().toLowerCase(Locale.ROOT), null)).toList());
        var table = new TextTable("name", "role", "invited by", "until", "state");
        all.forEach(one -> table.row(one.name(), one.role().label(), one.madeBy(), one.expiresAt().toString(),
                one.state(now).name().toLowerCase(Locale.ROOT)));
        screen.line(all.isEmpty() ? "Nobody was invited." : table.toString());
    }

    private String meant() {
        if (name == null) {
            throw CommandFailed.wrongUse("who is it about?", "Run \"upswell people\" and name one: upswell people "
                    + action.name().toLowerCase(Locale.ROOT) + " NAME.");
        }
        return name;
    }

    private String wanted() {
        if (role == null) {
            throw CommandFailed.wrongUse("which role?",
                    "Name one of " + String.join(", ", Role.labels()) + ": upswell people role NAME ROLE.");
        }
        return role;
    }

    private void show(List<Member> members) {
        Screen screen = console.screen();
        screen.document(members.stream().map(Document::of).toList());
        var table = new TextTable("name", "role", "added", "password set", "kept out since");
        members.forEach(one -> table.row(one.person().name(), one.person().role().label(),
                one.person().addedAt().toString(), one.person().passwordSetAt().toString(),
                one.disabledAt() == null ? "" : one.disabledAt().toString()));
        screen.line(members.isEmpty()
                ? "Nobody has a password: whoever sits at this machine is the owner, and the server answers to it alone."
                : table.toString());
    }
}
