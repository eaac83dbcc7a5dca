grammar Formula;

file : (line NEWLINE)* EOF ;
line : NAME '=' formula # assign
     | formula          # show
     ;
formula
    : <assoc=right> formula '^' formula
    | formula op=('*' | '/') formula
    | formula op=('+' | '-') formula
    | NAME '(' (formula (',' formula)*)? ')'
    | '(' formula ')'
    | '-' formula
    | NAME
    | NUMBER
    ;
NAME : [a-zA-Z_] [a-zA-Z_0-9]* ;
NUMBER : DIGIT+ ('.' DIGIT+)? ([eE] [+-]? DIGIT+)? ;
STRING : '"' (~["\\] | '\\' .)* '"' ;
COMMENT : '#' ~[\r\n]* -> skip ;
NEWLINE : '\r'? '\n' ;
SPACE : [ \t]+ -> skip ;
fragment DIGIT : [0-9] ;
