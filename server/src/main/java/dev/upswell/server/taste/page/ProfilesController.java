package dev.upswell.server.taste.page;

import dev.upswell.server.taste.Ground;
import dev.upswell.server.taste.KeptProfile;
import dev.upswell.server.taste.ProfileForm;
import dev.upswell.server.taste.Profiles;
import dev.upswell.server.taste.Taxonomies;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.taste.Affinity;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The pages of profiles: all of them, and one.
@Controller
class ProfilesController {

    private static final String PATH = "/recommendations/profiles";
    private static final int ROWS = 50;

    private final Profiles profiles;
    private final Taxonomies taxonomies;

    ProfilesController(Profiles profiles, Taxonomies taxonomies) {
        this.profiles = profiles;
        this.taxonomies = taxonomies;
    }

    /// A liked category as two bars, in percent of all.
    ///
    /// @param base     where base ends
    /// @param affinity where boost ends
    record Bar(Affinity told, double base, double affinity) {

        static Bar of(Affinity one) {
            return new Bar(one, 100 * Math.min(one.base(), one.affinity()), 100 * one.affinity());
        }
    }

    @GetMapping(PATH)
    String list(Query query, Model model) {
        Paging paging = query.paging(ROWS);
        query.done();
        Profiles.Part part = profiles.list(paging.limit(), paging.offset());
        model.addAttribute("rows", new Listing<>(part.items(), part.total(), paging));
        model.addAttribute("previous", url(paging.previous()));
        model.addAttribute("next", url(paging.next()));
        model.addAttribute("grounds", Ground.WORDS);
        model.addAttribute("ready", taxonomies.find().isPresent());
        return "profiles";
    }

    @PostMapping(PATH)
    String make(Query query) {
        String handle = query.text("handle", 100).orElse("");
        ProfileForm form = ProfileForm.of(query, "hand");
        return "redirect:" + one(profiles.make(handle, form.ground(), form.by(), form.taxonomy(taxonomies)));
    }

    @GetMapping(PATH + "/{person}")
    String one(@PathVariable String person, Query query, Model model) {
        query.done();
        KeptProfile kept = profiles.get(person);
        model.addAttribute("kept", kept);
        List<Bar> bars = kept.profile().affinities().stream().map(Bar::of).toList();
        model.addAttribute("bars", bars);
        model.addAttribute("queries", profiles.queries(person));
        return "profile";
    }

    @PostMapping(PATH + "/{person}/again")
    String again(@PathVariable String person, Query query) {
        query.done();
        return "redirect:" + one(profiles.make(person, null, query.author("hand"), taxonomies.latest()));
    }

    @PostMapping(PATH + "/{person}/erase")
    String erase(@PathVariable String person, Query query) {
        String by = query.text("by", 100).orElse("hand");
        query.done();
        profiles.erase(person, by);
        return "redirect:" + PATH;
    }

    private static String url(Paging paging) {
        return Link.to(PATH).with("limit", paging.limit(), ROWS).with("offset", paging.offset(), 0).toString();
    }

    private static String one(KeptProfile kept) {
        return Link.to(PATH, kept.subject().handle()).toString();
    }
}
