package dev.upswell.server.access.gate;

import dev.upswell.server.access.Admission;
import dev.upswell.server.access.oidc.CompanySignIn;
import dev.upswell.server.web.Sentence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/// What the page says on which people sign in.
///
/// @param company the provider by which people of companies sign in; empty for none
record SignInPage(Admission admission, Optional<CompanySignIn> company) {

    /// The name of the page, with its model filled.
    ///
    /// @param to where to go on
    /// @param refused why somebody is not in; null where nobody tried
    String shown(Model model, String to, @Nullable Sentence refused) {
        return shown(model, to, refused, false);
    }

    /// The same for somebody who has just left, or not.
    String shown(Model model, String to, @Nullable Sentence refused, boolean left) {
        model.addAttribute("left", left);
        model.addAttribute("to", to);
        model.addAttribute("asked", admission.asksForSignIn());
        model.addAttribute("refused", refused);
        model.addAttribute("company", company.map(CompanySignIn::name).orElse(null));
        return "sign-in";
    }

    /// A page of this server to go on to: what leads elsewhere is not followed.
    static String within(Optional<String> to) {
        return to.filter(path -> path.matches("/[^/\\\\].*|/") && path.chars().noneMatch(c -> c < ' ')).orElse("/");
    }
}
