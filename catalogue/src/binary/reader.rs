//! Bytes in postcard's format (<https://postcard.jamesmunns.com/wire-format>), read one value after
//! the other. Not by serde's derived code: it stops at every value that is wrong, which takes 2,356
//! bytes more in the module (docs/costs.md), and bounds no stack.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// How deep what is read may be nested, so that the stack is bounded. The compiler accepts half of
/// it (`markdown/builder.rs`, `yaml.rs`).
pub(super) const MAX_DEPTH: u8 = 64;

/// A value that stands in the bytes.
pub(super) trait Read<'a> {
    /// Reads it.
    fn read(from: &mut Reader<'a>) -> Self;
}

/// Where the reading stands. What cannot be read is empty or zero, and so is everything after it:
/// [`Reader::is_good`] is asked once, at the end.
pub(super) struct Reader<'a> {
    rest: &'a [u8],
    depth: u8,
    is_good: bool,
}

impl<'a> Reader<'a> {
    /// A reader at the beginning of these bytes.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            rest: bytes,
            depth: 0,
            is_good: true,
        }
    }

    /// Whether all that was read stood there.
    pub(super) fn is_good(&self) -> bool {
        self.is_good
    }

    /// Something else stands here than what is read.
    pub(super) fn fail(&mut self) {
        self.rest = &[];
        self.is_good = false;
    }

    /// The next value.
    pub(super) fn read<T: Read<'a>>(&mut self) -> T {
        T::read(self)
    }

    /// A list of values, inside another one.
    pub(super) fn nested<T: Read<'a>>(&mut self) -> Vec<T> {
        if self.depth == MAX_DEPTH {
            self.fail();
        }
        self.depth += 1;
        let values = self.read();
        self.depth -= 1;
        values
    }

    /// The next byte.
    pub(super) fn byte(&mut self) -> u8 {
        match self.rest {
            [byte, rest @ ..] => {
                self.rest = rest;
                *byte
            }
            [] => {
                self.fail();
                0
            }
        }
    }

    /// The next bytes, after their number.
    pub(super) fn bytes(&mut self) -> &'a [u8] {
        let length = self.read::<u32>() as usize;
        match self.rest.split_at_checked(length) {
            Some((bytes, rest)) => {
                self.rest = rest;
                bytes
            }
            None => {
                self.fail();
                &[]
            }
        }
    }
}

/// Seven bits a byte, the lowest first; the eighth says that another byte follows.
impl Read<'_> for u32 {
    fn read(from: &mut Reader<'_>) -> Self {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = from.byte();
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        from.fail();
        0
    }
}

impl Read<'_> for usize {
    fn read(from: &mut Reader<'_>) -> Self {
        from.read::<u32>() as usize
    }
}

impl<'a> Read<'a> for &'a str {
    fn read(from: &mut Reader<'a>) -> Self {
        // Not `str::from_utf8`: reading queries takes this one already, and the module holds one less.
        match String::from_utf8_lossy(from.bytes()) {
            Cow::Borrowed(text) => text,
            Cow::Owned(_) => {
                from.fail();
                ""
            }
        }
    }
}

impl<'a, T: Read<'a>> Read<'a> for Option<T> {
    fn read(from: &mut Reader<'a>) -> Self {
        match from.byte() {
            0 => None,
            _ => Some(from.read()),
        }
    }
}

impl<'a, T: Read<'a>> Read<'a> for Vec<T> {
    fn read(from: &mut Reader<'a>) -> Self {
        let mut values = Self::new();
        for _ in 0..from.read::<u32>() {
            let value = from.read();
            if !from.is_good {
                break;
            }
            values.push(value);
        }
        values
    }
}
