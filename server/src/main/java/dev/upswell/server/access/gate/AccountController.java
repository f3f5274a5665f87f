package dev.upswell.server.access.gate;

import dev.upswell.server.access.AccessProblem;
import dev.upswell.server.access.Admission.Admitted;
import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Person;
import dev.upswell.server.access.SignIns;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/// The page of one's own account: the password, and where one is signed in. Programs, and whoever sits at a machine without passwords, have
/// none (404).
@Controller
class AccountController {

    private static final int LONGEST = 300;

    private final SignIns signIns;
    private final SignInPage page;
    private final GateSettings settings;

    AccountController(SignIns signIns, SignInPage page, GateSettings settings) {
        this.signIns = signIns;
        this.page = page;
        this.settings = settings;
    }

    private static Person own(@Nullable Caller caller) {
        if (caller instanceof Caller.Known(Person person)) {
            return person;
        }
        throw WebProblem.notFound(Sentence.of("account.none"));
    }

    private String secret(HttpServletRequest request) {
        return Cookies.find(request, settings.cookie()).orElse("");
    }

    @GetMapping("/account")
    String page(Query query, HttpServletRequest request, Model model,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        boolean changed = query.flag("changed");
        query.done();
        Person person = own(caller);
        model.addAttribute("person", person);
        model.addAttribute("changed", changed);
        model.addAttribute("hasPassword", signIns.hasPassword(person));
        model.addAttribute("open", signIns.open(person, secret(request)));
        return "account";
    }

    @PostMapping("/account/password")
    String password(Query query, HttpServletRequest request,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller,
            @RequestAttribute(Admitted.ATTRIBUTE) Admitted admitted) {
        query.text("present", LONGEST);
        query.text("chosen", LONGEST);
        query.done();
        Person person = own(caller);
        // As they were typed: blanks at their ends are part of them.
        String present = Objects.requireNonNullElse(request.getParameter("present"), "");
        String chosen = Objects.requireNonNullElse(request.getParameter("chosen"), "");
        AccessProblem.translated(() -> {
            signIns.changePassword(admitted.tenant().id(), person, present, chosen, secret(request));
            return person;
        });
        page.admission().forget();
        return "redirect:/account?changed=true";
    }

    @PostMapping("/account/sign-ins/{id}/end")
    String end(@PathVariable String id, Query query,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        query.done();
        Person person = own(caller);
        AccessProblem.translated(() -> {
            signIns.end(person, id);
            return person;
        });
        page.admission().forget();
        return "redirect:/account";
    }
}
