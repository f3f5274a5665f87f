package dev.upswell.server.access.page;

import dev.upswell.server.access.AccessProblem;
import dev.upswell.server.access.Admission;
import dev.upswell.server.access.Admission.Admitted;
import dev.upswell.server.access.Installation;
import dev.upswell.server.access.Role;
import dev.upswell.server.access.Tenant;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/// The tenants of the installation, their subscriptions and the accounts over them: for whoever runs the installation, and for nobody
/// else there.
@Controller
class TenantsController {

    private static final int LONGEST = 200;
    private static final String PAGE = "redirect:/access/tenants";

    private final Installation installation;
    private final Admission admission;
    private final InstantSource clock;

    TenantsController(Installation installation, Admission admission, InstantSource clock) {
        this.installation = installation;
        this.admission = admission;
        this.clock = clock;
    }

    /// A tenant with how it stands.
    ///
    /// @param served whether this server lets into it
    record Line(String name, String state, boolean served, @Nullable Instant endedAt,
            @Nullable Instant readableUntil) {
    }

    @GetMapping("/access/tenants")
    String page(Query query, Model model, @RequestAttribute(Admitted.ATTRIBUTE) Admitted caller) {
        query.done();
        require(caller);
        Instant now = clock.instant();
        List<String> served = admission.tenants().stream().map(one -> one.name().value()).toList();
        List<Tenant> tenants = installation.tenants();
        model.addAttribute("tenants", tenants.stream().map(one -> new Line(one.name().value(),
                one.state(now).name().toLowerCase(Locale.ROOT), served.contains(one.name().value()), one.endedAt(),
                one.readableUntil())).toList());
        model.addAttribute("accounts", installation.accounts());
        model.addAttribute("roles", Installation.roles());
        return "access-tenants";
    }

    private static void require(Admitted caller) {
        if (!caller.runsInstallation()) {
            throw WebProblem.notFound(Sentence.of("tenants.notHere"));
        }
    }

    @PostMapping("/access/tenants")
    String add(Query query, @RequestAttribute(Admitted.ATTRIBUTE) Admitted caller) {
        String name = query.text("name", LONGEST).orElse("");
        return done(query, caller, () -> installation.addTenant(name));
    }

    @PostMapping("/access/tenants/{tenant}/end")
    String end(@PathVariable String tenant, Query query, @RequestAttribute(Admitted.ATTRIBUTE) Admitted caller) {
        return done(query, caller, () -> installation.end(tenant));
    }

    @PostMapping("/access/tenants/{tenant}/resume")
    String resume(@PathVariable String tenant, Query query, @RequestAttribute(Admitted.ATTRIBUTE) Admitted caller) {
        return done(query, caller, () -> installation.resume(tenant));
    }

    @PostMapping("/access/accounts")
    String addAccount(Query query, HttpServletRequest request,
            @RequestAttribute(Admitted.ATTRIBUTE) Admitted caller) {
        String name = query.text("name", LONGEST).orElse("");
        boolean runs = query.flag("runs");
        String password = password(query, request);
        return done(query, caller, () -> installation.add(name, password, runs));
    }

    @PostMapping("/access/accounts/{account}/password")
    String setPassword(@PathVariable String account, Query query, HttpServletRequest request,
            @RequestAttribute(Admitted.ATTRIBUTE) Admitted caller) {
        String password = password(query, request);
        return done(query, caller, () -> installation.setPassword(account, password));
    }

    /// As it was typed: blanks at its ends are part of it.
    private static String password(Query query, HttpServletRequest request) {
        query.text("password", LONGEST);
        return Optional.ofNullable(request.getParameter("password")).orElse("");
    }

    @PostMapping("/access/accounts/{account}/remove")
    String remove(@PathVariable String account, Query query, @RequestAttribute(Admitted.ATTRIBUTE) Admitted caller) {
        return done(query, caller, () -> {
            installation.remove(account);
            return account;
        });
    }

    @PostMapping("/access/accounts/{account}/join")
    String join(@PathVariable String account, Query query, @RequestAttribute(Admitted.ATTRIBUTE) Admitted caller) {
        String tenant = query.text("tenant", LONGEST).orElse("");
        String role = query.text("role", LONGEST).orElse(Role.OWNER.label());
        return done(query, caller, () -> installation.join(account, tenant, role));
    }

    @PostMapping("/access/accounts/{account}/leave")
    String leave(@PathVariable String account, Query query, @RequestAttribute(Admitted.ATTRIBUTE) Admitted caller) {
        String tenant = query.text("tenant", LONGEST).orElse("");
        return done(query, caller, () -> installation.leave(account, tenant));
    }

    private String done(Query query, Admitted caller, Supplier<?> work) {
        query.done();
        require(caller);
        AccessProblem.translated(work::get);
        admission.forget();
        return PAGE;
    }
}
