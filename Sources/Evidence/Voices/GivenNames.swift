/// Given names that are frequent in Britain, in small letters; those that are words or months too are left out.
///
/// The list does not make a text anonymous: it catches what somebody writes without thinking.
enum GivenNames {
  /// Whether a word is one of them, whatever its capitals.
  static func contains(_ word: some StringProtocol) -> Bool { all.contains(word.lowercased()) }

  private static let all = Set(
    """
    aaron abdul abdullah abigail adam adrian agnieszka ahmed aidan aisha alan albert alex alexander alfie ali alice
    alison amanda amelia amina amir amy andrea andrew angela anita ann anna anne annie anthony antonia archie
    arthur ashley asma ava ayesha barbara beata beatrice ben benjamin bernard beth betty bilal brenda brian bridget
    carl carol caroline catherine charles charlie charlotte cheryl chloe chris christina christine christopher
    claire clare colin connor craig daniel danielle darren dave david debbie deborah declan denise dennis derek
    diana diane donna doris dorota dorothy dylan edith edward eileen elaine eleanor elizabeth ella ellen ellie
    elsie emily emma emmanuel eric ethan eva evelyn evie ewa farah fatema fatima fiona francesca fred freddie
    frederick freya gareth gary gavin gemma geoffrey george georgia gerald giles gillian gladys gordon graham
    grzegorz hannah harriet harry harvey hasan hassan helen henry hilary howard hussain ian ibrahim imran irene
    isabel isabella isabelle isla jacqueline jake jakub james jamie jane janet janice jason jayne jean jeffrey
    jennifer jenny jeremy jessica jill joan joanna joanne joe joel john jonathan joseph joshua joyce judith julia
    julian julie justin kamil karen karl katarzyna kate katherine kathleen kathryn katie kayleigh keith kelly
    kenneth kerry kevin khadija kieran kim kimberley kirsty kyle laura lauren leah leanne lee leo leon leonard
    leslie lewis liam linda lindsay lindsey lisa lola lorraine louise lucas lucy luke lydia lynn lynne magdalena
    malcolm malgorzata marcin marek margaret maria marie marion martin mary maryam mason matthew maureen max megan
    mehmet melanie melissa mia michael michelle millie miriam mohamed mohammad mohammed molly monika muhammad
    mustafa nadia naomi naseem natalie natasha nathan neil nicholas nicola nigel noah nora oliver olivia omar oscar
    owen pamela patricia patrick paul paula pauline pawel peter philip phillip phoebe phyllis piotr priya rachael
    rachel raj rajesh ralph raymond rebecca reece rhys richard rita robert roger ronald roy ruth ryan saima sally
    salma sam samantha samuel sandra sara sarah scott sean sebastian shabana shannon sharon shaun sheila shirley
    sidney simon sofia sonia sophia sophie stacey stanley stephanie stephen steve steven stuart sunita susan
    suzanne sylvia tanya tara terence teresa theresa thomas tiffany tim timothy tina toby tomasz tony tracey tracy
    trevor valerie vanessa vera veronica victoria vincent wayne wendy wiktoria william yasmin yusuf yvonne zachary
    zainab zara zoe zofia
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
