%%
%class Words
%unicode
%line
%column
%type String
%state TEXT

Name = [:jletter:][:jletterdigit:]*
Number = 0 | [1-9][0-9]*

%%
<YYINITIAL> {
  \"                { yybegin(TEXT); }
  "if"              { return "if"; }
  "while"           { return "while"; }
  {Name}            { return yytext(); }
  {Number}          { return "number"; }
  [ \t\r\n]+        { }
}
<TEXT> {
  \"                { yybegin(YYINITIAL); return "text"; }
  [^\n\"\\]+        { }
  \\[nrt\"\\]       { }
}
[^]                 { throw new IllegalStateException(yytext()); }
