package dev.upswell.server.web.language;

import dev.upswell.server.web.Query;
import dev.upswell.server.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.view.RedirectView;

/// Keeps the language that a reader chose in the browser, and leads back to the page it was chosen on.
@Controller
class LanguageController {

    private static final List<String> LANGUAGES = List.of("en", "id");

    private final LocaleResolver languages;

    LanguageController(LocaleResolver languages) {
        this.languages = languages;
    }

    @PostMapping("/language")
    RedirectView choose(Query query, HttpServletRequest request, HttpServletResponse response) {
        String language = query.choice("language", LANGUAGES, LANGUAGES.getFirst());
        query.done();
        languages.setLocale(request, response, Words.language(language).orElse(Words.ENGLISH));
        var back = new RedirectView(back(request.getHeader(HttpHeaders.REFERER), request.getHeader(HttpHeaders.HOST)));
        back.setExpandUriTemplateVariables(false);
        back.setExposeModelAttributes(false);
        return back;
    }

    /// The page of this server that the choice was made on; the start where the browser does not say, or says another server.
    private static String back(@Nullable String referer, @Nullable String host) {
        URI page = referer == null ? null : parsed(referer);
        if (page == null || host == null || !host.equalsIgnoreCase(page.getRawAuthority())
                || !page.getRawPath().matches("/([^/].*)?")) {
            return "/";
        }
        return page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery();
    }

    private static @Nullable URI parsed(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
