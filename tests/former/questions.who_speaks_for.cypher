// name:    questions.who_speaks_for
// mode:    read
// asks:    Who speaks for the institution or state, and when?
// param:   institution  STRING NOT NULL  id of the institution or state; its organs count
// param:   day          DATE             only roles that may have been held on that day; null for all
// values:  institution  ids of actors
// returns: official         STRING   id of the person
// returns: name             STRING   name of the person
// returns: title            STRING   title, as the source words it
// returns: institution      STRING   id of the institution in which the role is held
// returns: institutionName  STRING   its name
// returns: start            STRING   first day in the role (EDTF); null when not known
// returns: end              STRING   last day in the role (EDTF); null when not known or still held
// returns: seenOn           STRING   a day on which the role was seen in use (EDTF), often all that is known; null when none
// returns: seenIn           STRING   document in which it was seen; null when not recorded
// returns: statements       INTEGER  statements of this person that voice the institution asked about
// returns: path             PATH     from the person to the institution asked about
//
// Officials whose role makes them a voice of it, through its organs too, by institution and person.
//
// A role without days is one of which only the use is known: that it has no end here does not say
// that it is still held. Advisers and think tanks are no voices and have no row. Spokespersons
// whom no document names are the institution itself speaking.
:param institution => 'us';
:param day => null;

MATCH path = (official:Official)-[role:SPEAKS_FOR]->(seat:Institution)-[:PART_OF*0..8]->(asked:State|Institution {id: $institution})
WHERE $day IS NULL
  OR (coalesce(role.startEarliest <= $day, true) AND coalesce(role.endLatest >= $day, true))
RETURN
  official.id AS official,
  official.name AS name,
  role.title AS title,
  seat.id AS institution,
  seat.name AS institutionName,
  role.start AS start,
  role.end AS end,
  role.seenOn AS seenOn,
  role.seenIn AS seenIn,
  COUNT {
    MATCH (official)<-[:MADE_BY]-(statement:Statement)-[:VOICES]->(asked)
    WHERE statement.withdrawnAt IS NULL
  } AS statements,
  path
ORDER BY institution, official, title, start, seenOn;
