package dev.upswell.server.theme.page;

import dev.upswell.language.Entity;
import dev.upswell.language.EntityWords;
import dev.upswell.server.text.EntityNames;
import dev.upswell.server.text.SaidEntity.State;
import dev.upswell.server.web.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of names that captions are searched for, and what people decide on them.
@Controller
class NamesController {

    private static final String PATH = "/themes/names";
    private static final int LONGEST = 200;
    private static final int LONGEST_LIST = 1_000;
    private static final List<String> KINDS = List.of("brand", "product", "person");

    private final EntityNames names;

    NamesController(EntityNames names) {
        this.names = names;
    }

    @GetMapping(PATH)
    String list(Query query, Model model) {
        query.done();
        model.addAttribute("shipped", EntityWords.shipped().entries().size());
        model.addAttribute("proposed", names.proposed());
        model.addAttribute("said", names.said());
        return "themes-names";
    }

    /// One of the buttons beside a proposed name, or the form with its kind.
    @PostMapping(PATH)
    String say(Query query) {
        Optional<String> brand = query.text("brand", LONGEST);
        Optional<String> product = query.text("product", LONGEST);
        Optional<String> reject = query.text("reject", LONGEST);
        Optional<String> name = query.text("name", LONGEST);
        String kind = query.choice("kind", KINDS, "brand");
        boolean never = query.flag("never");
        List<String> spellings = Arrays.stream(query.text("spellings", LONGEST_LIST).orElse("").split(","))
                .filter(one -> !one.isBlank()).toList();
        String by = query.text("by", LONGEST).orElse("hand");
        query.done();
        Entity.Kind of = brand.isPresent()
                ? Entity.Kind.BRAND
                : product.isPresent() ? Entity.Kind.PRODUCT : Entity.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        names.say(brand.or(() -> product).or(() -> reject).or(() -> name).orElse(""), of, spellings,
                reject.isPresent() || never ? State.REJECTED : State.APPROVED, by);
        return "redirect:" + PATH;
    }
}
