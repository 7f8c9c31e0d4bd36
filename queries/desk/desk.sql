PRAGMA foreign_keys = ON;

CREATE TABLE IF NOT EXISTS versions (
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  topic TEXT NOT NULL,
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'reviewed', 'published', 'withdrawn')),
  reviewer TEXT,
  reviewed_at TEXT,
  published_at TEXT,
  PRIMARY KEY (name, version)
);

CREATE TABLE IF NOT EXISTS steps (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('reviewed', 'published', 'withdrawn')),
  who TEXT NOT NULL,
  why TEXT NOT NULL,
  at TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS favourites (name TEXT PRIMARY KEY, since TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS runs (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  parameters TEXT NOT NULL,
  rows INTEGER NOT NULL,
  ms REAL NOT NULL,
  at TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS lists (name TEXT PRIMARY KEY, note TEXT NOT NULL, made_at TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS members (
  list TEXT NOT NULL REFERENCES lists (name) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  cadre TEXT NOT NULL,
  PRIMARY KEY (list, cadre)
);

CREATE TABLE IF NOT EXISTS stories (name TEXT PRIMARY KEY, note TEXT NOT NULL, made_at TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS story_scenes (
  story TEXT NOT NULL REFERENCES stories (name) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  note TEXT NOT NULL,
  address TEXT NOT NULL,
  PRIMARY KEY (story, position)
);
