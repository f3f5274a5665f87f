package dev.upswell.people;

import java.util.Arrays;
import java.util.BitSet;

/// What a person has just seen, and what of it makes it tired or curious.
///
/// Not for several threads at once.
final class Mood {

    private static final int SHORT_MEMORY = 8;
    private static final int PATIENT_WITH = 2;
    private static final double TIRED_OF_SUBJECT = 0.35;
    private static final double TIRED_OF_POSTER = 0.5;
    private static final double FORGOTTEN_A_DAY = 0.1;

    private final double appetite;
    private final double[] familiar;
    private final BitSet seen;
    private final int[] subjects;
    private final int[] posters;
    private int shown;

    Mood(double appetite) {
        this(appetite, new double[WordLists.READ.subjects()], new BitSet(), new int[SHORT_MEMORY],
                new int[SHORT_MEMORY]);
        sleep();
    }

    private Mood(double appetite, double[] familiar, BitSet seen, int[] subjects, int[] posters) {
        this.appetite = appetite;
        this.familiar = familiar;
        this.seen = seen;
        this.subjects = subjects;
        this.posters = posters;
    }

    /// The same mood, which goes its own way from now on.
    Mood copy() {
        Mood copy = new Mood(appetite, familiar.clone(), (BitSet) seen.clone(), subjects.clone(), posters.clone());
        copy.shown = shown;
        return copy;
    }

    /// A day is over: what was too much yesterday is none today.
    void sleep() {
        Arrays.fill(subjects, -1);
        Arrays.fill(posters, -1);
        for (int i = 0; i < familiar.length; i++) {
            familiar[i] *= 1 - FORGOTTEN_A_DAY;
        }
    }

    /// A video was shown.
    void see(WorldVideo video) {
        seen.set(video.number());
        subjects[shown % SHORT_MEMORY] = video.made().subject();
        posters[shown % SHORT_MEMORY] = video.made().poster();
        familiar[video.made().subject()]++;
        shown++;
    }

    /// Whether this video was shown already.
    boolean hasSeen(int video) {
        return seen.get(video);
    }

    /// What the mood adds to the liking of a video, or takes from it: from the third of the same subject or poster among the last
    /// eight of the day on it is tired of them, and what it has seen little of is new to it.
    double lift(WorldVideo video) {
        int sameSubject = 0;
        int samePoster = 0;
        for (int i = 0; i < SHORT_MEMORY; i++) {
            sameSubject += subjects[i] == video.made().subject() ? 1 : 0;
            samePoster += posters[i] == video.made().poster() ? 1 : 0;
        }
        double novelty = appetite * (1 / (1 + familiar[video.made().subject()]) - 0.5);
        return novelty - TIRED_OF_SUBJECT * Math.max(0, sameSubject - PATIENT_WITH + 1)
                - TIRED_OF_POSTER * Math.max(0, samePoster - PATIENT_WITH + 1);
    }
}
