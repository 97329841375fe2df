//! [`seal`]: by what files are known to be as they were without being read, as git's index does it.

use std::path::Path;
use std::time::SystemTime;

/// What the file system is asked of files at these paths, in their order: before a file each folder on its way, once, with a `/` at its
/// end. What lies behind a link to a folder would not be the stack's.
pub fn asked_of<'p>(paths: impl IntoIterator<Item = &'p str>) -> Vec<String> {
    let (mut asked, mut above) = (Vec::new(), "");
    for path in paths {
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        asked.extend(newly_entered(above, parent).map(|folder| format!("{folder}/")));
        asked.push(path.to_owned());
        above = parent;
    }
    asked
}

/// The folders on the way to `parent` that were not on the way to the one before.
fn newly_entered<'p>(before: &'p str, parent: &'p str) -> impl Iterator<Item = &'p str> {
    let ends = parent.match_indices('/').map(|(end, _)| end).chain([parent.len()]);
    let folders = ends.map(|end| &parent[..end]).filter(|folder| !folder.is_empty());
    let is_new =
        move |folder: &str| before.strip_prefix(folder).is_none_or(|rest| !rest.is_empty() && !rest.starts_with('/'));
    folders.filter(move |folder| is_new(folder))
}

/// A number that changes with any of the files: with their content, by size and times, with what stands in their place, by inode, and
/// with the folders they stand in. `None` where one is missing, is no plain file, or was changed so shortly before `now` that a
/// further change could leave its time as it is: git calls such an entry racy. [`asked_of`] the paths says what is `asked`.
///
/// The time of a file's last change of any kind is part of it, which no tool can set: an old modification time set by hand breaks the
/// seal like an edit.
#[cfg(unix)]
pub fn seal(folder: &Path, asked: &[String], now: SystemTime) -> Option<u64> {
    unix::seal(folder, asked, now)
}

/// None: elsewhere the file system's words are not known to be enough.
#[cfg(not(unix))]
pub fn seal(_folder: &Path, _asked: &[String], _now: SystemTime) -> Option<u64> {
    None
}

#[cfg(unix)]
#[allow(clippy::unnecessary_cast, reason = "the types of what the file system says differ from platform to platform")]
mod unix {
    use std::path::Path;
    use std::time::{Duration, SystemTime};

    use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, Stat, openat, statat};
    use xxhash_rust::xxh3::xxh3_64;

    /// How coarse the clock is that file systems take their times from: Linux's ticks are 10 ms at the most.
    const TICK: Duration = Duration::from_millis(20);
    /// The same where times have no fractions: FAT counts in two seconds.
    const COARSE_TICK: Duration = Duration::from_secs(2);
    /// How much of what is said of a file counts.
    const WORDS: usize = 7;

    pub fn seal(folder: &Path, asked: &[String], now: SystemTime) -> Option<u64> {
        let now = now.duration_since(SystemTime::UNIX_EPOCH).ok()?;
        // By paths from here, walked again for each file: opening and closing a folder would take as long as asking for two.
        let folder = openat(CWD, folder, OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty()).ok()?;
        let mut said = Vec::with_capacity(asked.len() * size_of::<[u64; WORDS]>());
        for path in asked {
            let below = path.strip_suffix('/');
            let stat = statat(&folder, below.unwrap_or(path), AtFlags::SYMLINK_NOFOLLOW).ok()?;
            if below.is_some() {
                is(&stat, FileType::Directory)?;
                add(&mut said, &[stat.st_dev as u64, stat.st_ino as u64]);
            } else {
                is(&stat, FileType::RegularFile)?;
                is_settled(&stat, now)?;
                add(&mut said, &words(&stat));
            }
        }
        Some(xxh3_64(&said))
    }

    fn is(stat: &Stat, wanted: FileType) -> Option<()> {
        (FileType::from_raw_mode(stat.st_mode) == wanted).then_some(())
    }

    /// Whether a change from `now` on would have another time than the last one has.
    fn is_settled(stat: &Stat, now: Duration) -> Option<()> {
        let is_old = |seconds: i64, nanoseconds: u64| {
            let tick = if nanoseconds == 0 { COARSE_TICK } else { TICK };
            let changed =
                Duration::new(u64::try_from(seconds).unwrap_or_default(), 0) + Duration::from_nanos(nanoseconds);
            changed + tick < now
        };
        let modified = is_old(stat.st_mtime as i64, stat.st_mtime_nsec as u64);
        (modified && is_old(stat.st_ctime as i64, stat.st_ctime_nsec as u64)).then_some(())
    }

    fn words(stat: &Stat) -> [u64; WORDS] {
        [
            stat.st_dev as u64,
            stat.st_ino as u64,
            stat.st_size as u64,
            stat.st_mtime as u64,
            stat.st_mtime_nsec as u64,
            stat.st_ctime as u64,
            stat.st_ctime_nsec as u64,
        ]
    }

    fn add(said: &mut Vec<u8>, words: &[u64]) {
        words.iter().for_each(|word| said.extend_from_slice(&word.to_ne_bytes()));
    }
}

#[cfg(test)]
mod what_is_asked {
    use super::asked_of;

    #[test]
    fn each_folder_is_asked_about_once() {
        let asked = |paths: &[&str]| asked_of(paths.iter().copied()).join(" ");
        assert_eq!(asked(&["a", "b"]), "a b");
        assert_eq!(asked(&["modules/iam/a", "modules/iam/b"]), "modules/ modules/iam/ modules/iam/a modules/iam/b");
        assert_eq!(asked(&["m/iam/a", "m/network/a"]), "m/ m/iam/ m/iam/a m/network/ m/network/a");
        assert_eq!(asked(&["m/iam/a", "m/z"]), "m/ m/iam/ m/iam/a m/z");
        assert_eq!(asked(&["mod/a", "modules/a"]), "mod/ mod/a modules/ modules/a");
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::path::Path;
    use std::time::{Duration, SystemTime};

    use super::{asked_of, seal};

    /// A moment at which what was just written is no longer racy.
    fn later() -> SystemTime {
        SystemTime::now() + Duration::from_secs(10)
    }

    fn sealed(folder: &Path) -> Option<u64> {
        seal(folder, &asked_of(["a/b", "c"]), later())
    }

    /// A folder with two files, and its seal.
    fn folder() -> (tempfile::TempDir, Option<u64>) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("a")).unwrap();
        fs::write(folder.path().join("a/b"), "b").unwrap();
        fs::write(folder.path().join("c"), "c").unwrap();
        let seal = sealed(folder.path());
        assert!(seal.is_some());
        (folder, seal)
    }

    #[test]
    fn a_folder_in_which_nothing_happens_keeps_its_seal() {
        let (folder, seal) = folder();
        fs::read(folder.path().join("c")).unwrap();
        fs::write(folder.path().join("another"), "").unwrap();
        assert_eq!(sealed(folder.path()), seal);
    }

    #[test]
    fn a_file_that_is_replaced_by_an_equal_one_of_the_same_time_breaks_the_seal() {
        let (folder, seal) = folder();
        let (old, new) = (folder.path().join("c"), folder.path().join("new"));
        fs::write(&new, "c").unwrap();
        let time = fs::metadata(&old).unwrap().modified().unwrap();
        fs::File::options().write(true).open(&new).unwrap().set_modified(time).unwrap();
        fs::rename(&new, &old).unwrap();
        assert_ne!(sealed(folder.path()), seal);
    }

    #[test]
    fn a_missing_file_and_a_link_in_the_place_of_a_file_or_a_folder_have_no_seal() {
        let (folder, _) = folder();
        let at = |path: &str| folder.path().join(path);
        fs::rename(at("a"), at("d")).unwrap();
        assert_eq!(sealed(folder.path()), None);
        symlink("d", at("a")).unwrap();
        assert_eq!(sealed(folder.path()), None, "what lies behind the link is the same file");
        fs::remove_file(at("a")).unwrap();
        fs::rename(at("d"), at("a")).unwrap();
        fs::rename(at("c"), at("e")).unwrap();
        symlink("e", at("c")).unwrap();
        assert_eq!(sealed(folder.path()), None);
    }

    #[test]
    fn a_file_changed_in_the_same_tick_of_the_clock_has_no_seal() {
        let (folder, _) = folder();
        let changed = fs::metadata(folder.path().join("c")).unwrap().modified().unwrap();
        let at = |now| seal(folder.path(), &asked_of(["c"]), now);
        assert_eq!(at(changed), None);
        assert!(at(later()).is_some());
        let whole = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        fs::File::options().write(true).open(folder.path().join("c")).unwrap().set_modified(whole).unwrap();
        assert_eq!(at(whole + Duration::from_secs(1)), None, "the time of the last change of any kind counts too");
    }
}
