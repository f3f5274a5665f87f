package dev.upswell.server.recommend;

import dev.upswell.server.refusal.Refused;

/// Something cannot be recommended or noted, for a reason that the person who asked can act on.
public final class RecommendRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private RecommendRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    private RecommendRefused(IllegalArgumentException refused) {
        super(refused, "Mend it and try again.");
    }

    /// A value that was refused, in its own two lines.
    static RecommendRefused value(IllegalArgumentException refused) {
        return new RecommendRefused(refused);
    }

    static RecommendRefused changed(String name) {
        return new RecommendRefused(Kind.CONFLICT,
                "Lists were made by configuration " + name + ", and they say so: it stays as it is.",
                "Add the changed one under a new name, and retire " + name + " if it is no longer wanted.");
    }

    static RecommendRefused inTrial(String name, String trial) {
        return new RecommendRefused(Kind.CONFLICT, "Configuration " + name + " is in trial " + trial + ", which runs.",
                "End it first with \"upswell recommend trials end " + trial + "\".");
    }

    static RecommendRefused whileTrial(String name, String trial) {
        return new RecommendRefused(Kind.CONFLICT,
                "Trial " + trial + " runs: configuration " + name + " cannot be taken for all meanwhile.",
                "End it first with \"upswell recommend trials end " + trial + "\".");
    }

    static RecommendRefused retiredSince(String name) {
        return new RecommendRefused(Kind.CONFLICT,
                "Configuration " + name + " was retired since: it cannot be taken for all.",
                "Add it again as waiting, and begin a trial of it beside the one in force.");
    }

    static RecommendRefused noRanker(String id) {
        return new RecommendRefused(Kind.UNKNOWN, "There is no ranker " + id + ".",
                "See GET /api/v1/recommendations/rankers for those that were learnt.");
    }

    static RecommendRefused rankerLost(String id) {
        return new RecommendRefused(Kind.CONFLICT,
                "Ranker " + id + " did not order later lists better than the formula: it is not tried.",
                "Wait for one that does; it is learnt anew every week and after 500 reactions.");
    }

    static RecommendRefused rankerUntried(String id) {
        return new RecommendRefused(Kind.CONFLICT, "Ranker " + id + " has not won a trial: it does not serve yet.",
                "Add the configuration as waiting and begin a trial of it beside the one in force.");
    }

    static RecommendRefused noConfiguration(String name) {
        return new RecommendRefused(Kind.UNKNOWN, "There is no active or waiting configuration " + name + ".",
                "See GET /api/v1/recommendations/configurations for those that there are.");
    }

    static RecommendRefused noProfile(String handle) {
        return new RecommendRefused(Kind.UNKNOWN, "There is no profile of " + handle + ".",
                "Make one with \"upswell pipeline --username " + handle
                        + " --ground own|consent|public-figure\", which also makes categories where there are none.");
    }

    static RecommendRefused noVideos() {
        return new RecommendRefused(Kind.CONFLICT, "There are no videos to recommend: no description of one is stored.",
                "Import videos with \"upswell import FILE\", or collect some, and ask again.");
    }

    static RecommendRefused count(int count) {
        return new RecommendRefused(Kind.UNUSABLE, "So many videos cannot be recommended at once: " + count + ".",
                "Ask for 1 to 100.");
    }

    /// There is no such recommendation.
    public static RecommendRefused noRequest() {
        return new RecommendRefused(Kind.UNKNOWN, "There is no such recommendation.",
                "It may have been erased with its profile.");
    }

    static RecommendRefused noVideo() {
        return new RecommendRefused(Kind.UNUSABLE, "No video is named.", "Name a video of the list.");
    }

    static RecommendRefused notShown(String video) {
        return new RecommendRefused(Kind.UNUSABLE, "Video " + video + " is not in this recommendation.",
                "React to videos of its list.");
    }
}
