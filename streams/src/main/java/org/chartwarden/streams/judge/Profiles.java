package org.chartwarden.streams.judge;

import org.chartwarden.streams.state.SubjectProfile;

/** What the rules remember, by subject. */
interface Profiles {

    /** Null when nothing is remembered. */
    SubjectProfile get(String key);

    void put(String key, SubjectProfile profile);
}
