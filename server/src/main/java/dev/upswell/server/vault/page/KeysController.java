package dev.upswell.server.vault.page;

import dev.upswell.server.vault.ProviderKeys;
import dev.upswell.server.vault.ProviderKeys.Origin;
import dev.upswell.server.vault.ProviderKeys.Standing;
import dev.upswell.server.vault.VaultProblem;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of keys: which are set, from where, and a form that takes one and never shows it again.
@Controller
class KeysController {

    private final ProviderKeys keys;

    KeysController(ProviderKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/sources/keys")
    String keys(Query query, Model model) {
        query.done();
        List<Standing> all = VaultProblem.translated(keys::list);
        long set = all.stream().filter(key -> key.print() != null).count();
        model.addAttribute("headline",
                set == 0 ? Sentence.of("keys.headline.none") : Sentence.of("keys.headline", set));
        model.addAttribute("keys", all);
        model.addAttribute("settable", all.stream().filter(key -> key.origin() != Origin.SETTING)
                .map(Standing::name).toList());
        model.addAttribute("longest", ProviderKeys.LONGEST);
        return "keys";
    }

    @PostMapping("/sources/keys")
    String set(Query query) {
        String name = query.text("name", 100).orElse("");
        String value = query.text("value", ProviderKeys.LONGEST).orElse("");
        query.done();
        VaultProblem.translated(() -> keys.set(name, value));
        return "redirect:/sources/keys";
    }

    @PostMapping("/sources/keys/{name}/remove")
    String remove(@PathVariable String name, Query query) {
        query.done();
        VaultProblem.translated(() -> keys.remove(name));
        return "redirect:/sources/keys";
    }
}
