// Written by `make data`; change Data/ and run it again.
#include "CReferenceData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

const struct crd_file crd_files[] = {
    {"kalender/feestdagen.json", (const unsigned char[]){
#embed "../../Data/kalender/feestdagen.json" suffix(, 0)
    }},
    {"kalender/vakanties.json", (const unsigned char[]){
#embed "../../Data/kalender/vakanties.json" suffix(, 0)
    }},
    {"regels/gedeeld.json", (const unsigned char[]){
#embed "../../Data/regels/gedeeld.json" suffix(, 0)
    }},
    {0, 0},
};
