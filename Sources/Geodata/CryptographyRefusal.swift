import Cryptography

// Cryptography stands left of Geodata and cannot know `Refusal`; its error has the same two properties.
extension CryptographyError: Refusal {}
