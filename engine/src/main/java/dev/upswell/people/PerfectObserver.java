package dev.upswell.people;

import java.util.List;

/// The oracle of this world: who knows all its laws and constants, has watched every video and read the whole log.
///
/// Of a person it knows as much as the log could tell: of n actions the taste of a day before, blurred towards the crowd's as
/// n/(n + 10), and forms and lengths as n/(n + 30). Of a video it knows all but the quality while it is younger than a day, when few
/// have seen it: that it judges by poster and counters. Moods and fondness it knows, drifts of the last day it does not.
///
/// It is the truth blurred, not an inference from the log, so it stands for a bound: nobody who reads the same log is expected above it.
public final class PerfectObserver {

    private static final double SUBJECTS_BY = 10;
    private static final double MANNERS_BY = 30;
    private static final long DAY_SECONDS = 86_400;

    private final PeopleWorld world;
    private final double[] crowd;

    /// The observer of this world.
    public PerfectObserver(PeopleWorld world) {
        this.world = world;
        crowd = new double[WordLists.READ.subjects()];
        List<Person> people = world.people();
        long begins = world.settings().start().getEpochSecond();
        for (Person person : people) {
            double[] affinities = person.taste().affinities(begins);
            for (int i = 0; i < crowd.length; i++) {
                crowd[i] += affinities[i] / people.size();
            }
        }
    }

    /// How good each of these videos is for the person then, as far as can be known: the higher the better.
    public double[] scores(Occasion occasion, int[] videos) {
        Person person = occasion.person();
        double n = occasion.log().size();
        double sharp = n / (n + SUBJECTS_BY);
        double[] affinities = person.taste().affinities(occasion.at() - DAY_SECONDS);
        for (int i = 0; i < affinities.length; i++) {
            affinities[i] = sharp * affinities[i] + (1 - sharp) * crowd[i];
        }
        Leaning leaning = new Leaning(person, affinities, n / (n + MANNERS_BY));
        double[] scores = new double[videos.length];
        for (int i = 0; i < scores.length; i++) {
            WorldVideo video = world.videos().get(videos[i]);
            scores[i] = leaning.liking(video, quality(video, occasion.at()), occasion.at())
                    + occasion.mood().lift(video);
        }
        return scores;
    }

    private double quality(WorldVideo video, long at) {
        if (at - video.shown().createdAt() >= DAY_SECONDS) {
            return video.made().quality();
        }
        double ofPoster = world.posters().get(video.made().poster()).quality();
        return video.known(at) == null ? ofPoster : video.made().spread().judged(ofPoster);
    }
}
