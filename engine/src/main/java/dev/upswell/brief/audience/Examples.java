package dev.upswell.brief.audience;

import dev.upswell.brief.Material;
import dev.upswell.content.EntityId;
import dev.upswell.document.Block;
import dev.upswell.pattern.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Videos to look at: the best engaged of those that follow patterns.
record Examples(Material material, Voice voice) {

    private static final int MOST = 3;
    private static final Pattern ACCOUNT = Pattern.compile("@[^/]+");

    /// The same; nothing where all of them were shown before.
    ///
    /// @param shown what was shown before, to which these are added
    List<Block> of(List<Finding> findings, Set<EntityId> shown) {
        return shown.addAll(videos(findings)) ? of(findings) : List.of();
    }

    private static List<EntityId> videos(List<Finding> findings) {
        return findings.stream().flatMap(finding -> finding.examples().stream()).distinct().limit(MOST).toList();
    }

    /// Links where addresses are known, ids where they are not; nothing without examples.
    List<Block> of(List<Finding> findings) {
        List<EntityId> videos = videos(findings);
        if (videos.isEmpty()) {
            return List.of();
        }
        List<Block.Link> links = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (EntityId video : videos) {
            URI target = material.links().get(video);
            if (target == null) {
                others.add(video.value());
            } else {
                links.add(new Block.Link(name(video, target), target));
            }
        }
        List<Block> blocks = new ArrayList<>(List.of(voice.heading(2, "examples")));
        if (!links.isEmpty()) {
            blocks.add(new Block.Links(links));
        }
        if (!others.isEmpty()) {
            blocks.add(voice.paragraph("examples.ids", String.join(", ", others)));
        }
        return blocks;
    }

    /// Whose it is where the address tells, else its id.
    private String name(EntityId video, URI target) {
        Matcher account = ACCOUNT.matcher(target.getPath());
        return account.find() ? account.group() : voice.say("example", video.value());
    }
}
