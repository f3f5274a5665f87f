package dev.upswell.brief;

import dev.upswell.content.EntityId;
import dev.upswell.document.Block;
import dev.upswell.pattern.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Videos to look at: the best engaged of those that follow patterns.
record Examples(Material material, Voice voice) {

    private static final int MOST = 3;

    /// Links where addresses are known, ids where they are not; nothing without examples.
    List<Block> of(List<Finding> findings) {
        List<EntityId> videos = findings.stream().flatMap(finding -> finding.examples().stream()).distinct().limit(MOST)
                .toList();
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
                links.add(new Block.Link(voice.say("example", video.value()), target));
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
}
