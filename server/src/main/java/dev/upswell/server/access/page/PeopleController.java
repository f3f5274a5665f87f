package dev.upswell.server.access.page;

import dev.upswell.server.access.AccessProblem;
import dev.upswell.server.access.Admission;
import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Roster.Member;
import dev.upswell.server.access.Role;
import dev.upswell.server.access.Roster;
import dev.upswell.server.web.Query;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/// What is done about people on the page of access: added, given another role, kept out and let in again.
@Controller
class PeopleController {

    private static final int LONGEST = 300;
    private static final String BACK = "redirect:/access";

    private final Roster roster;
    private final Admission admission;

    PeopleController(Roster roster, Admission admission) {
        this.roster = roster;
        this.admission = admission;
    }

    private static Caller by(@Nullable Caller caller) {
        return Objects.requireNonNullElse(caller, new Caller.Nobody("no-sign-in"));
    }

    private String done(Supplier<Member> work) {
        AccessProblem.translated(work);
        admission.forget();
        return BACK;
    }

    @PostMapping("/access/people")
    String add(Query query, HttpServletRequest request,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        String name = query.text("name", LONGEST).orElse("");
        Role role = Role.of(query.choice("role", Role.labels(), Role.CLIENT.label()));
        query.text("password", LONGEST);
        query.done();
        // As it was typed: blanks at its ends are part of it.
        String password = Objects.requireNonNullElse(request.getParameter("password"), "");
        return done(() -> roster.add(by(caller), name, role, password));
    }

    @PostMapping("/access/people/{name}/role")
    String role(@PathVariable String name, Query query,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        Role role = Role.of(query.choice("role", Role.labels(), Role.CLIENT.label()));
        query.done();
        return done(() -> roster.giveRole(by(caller), name, role));
    }

    @PostMapping("/access/people/{name}/disable")
    String disable(@PathVariable String name, Query query,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        query.done();
        return done(() -> roster.disable(by(caller), name));
    }

    @PostMapping("/access/people/{name}/enable")
    String enable(@PathVariable String name, Query query,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        query.done();
        return done(() -> roster.enable(by(caller), name));
    }
}
